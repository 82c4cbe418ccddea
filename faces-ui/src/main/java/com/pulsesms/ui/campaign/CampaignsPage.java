package com.pulsesms.ui.campaign;

import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The campaigns of the organization and how they do. */
@Named
@ViewScoped
public class CampaignsPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient Campaigns campaigns;

    @Inject
    Shell shell;

    private String after = "";
    private @Nullable transient Page<Campaigns.Progress> page;

    public Page<Campaigns.Progress> getPage() {
        if (page == null) {
            page = campaigns.page(shell.getActor(), Cursor.request(after));
        }
        return page;
    }

    public void refresh() {
        page = null;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
