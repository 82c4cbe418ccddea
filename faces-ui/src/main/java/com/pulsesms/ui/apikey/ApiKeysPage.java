package com.pulsesms.ui.apikey;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Makes keys, whose secret is shown this once, and revokes them. */
@Named
@ViewScoped
public class ApiKeysPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient ApiKeys apiKeys;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String after = "";
    private String name = "";
    private @Nullable String secret;
    private transient @Nullable Page<ApiKey> keys;

    public void create() {
        var made = apiKeys.create(shell.getActor(), name, ApiKeys.DEFAULT_SCOPES);
        secret = made.secret().text();
        name = "";
        keys = null;
    }

    public void revoke(ApiKeyId id) {
        apiKeys.revoke(shell.getActor(), id);
        notices.tell("keys.revoked.notice");
        keys = null;
    }

    public void forgetSecret() {
        secret = null;
    }

    public Page<ApiKey> getKeys() {
        if (keys == null) {
            keys = apiKeys.page(shell.getActor(), Cursor.request(after));
        }
        return keys;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
