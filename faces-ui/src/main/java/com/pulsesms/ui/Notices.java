package com.pulsesms.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Tells the person what was done. */
@ApplicationScoped
public class Notices {
    @Inject
    Texts texts;

    /** On the page that answers. */
    public void tell(String key, Object... values) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, texts.of(key, values), null));
    }

    /** On the page that is gone to by a redirect. */
    public void tellNext(String key, Object... values) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        tell(key, values);
    }
}
