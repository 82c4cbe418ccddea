package com.pulsesms.ui.account;

import com.pulsesms.core.identity.Accounts;
import com.pulsesms.ui.SignIn;
import com.pulsesms.ui.page.SignInRedirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Checks the password and goes where the person wanted to go. */
@Named
@RequestScoped
public class SignInPage {
    @Inject
    Accounts accounts;

    @Inject
    SignIn signIn;

    /** Where the person wanted to go; the address of the page has it, and then its form. */
    @Inject
    @ManagedProperty("#{param.to}")
    @Nullable
    String to;

    private String email = "";
    private String password = "";

    public void signIn() throws IOException {
        signIn.begin(accounts.signIn(email, password));
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + SignInRedirect.target(to == null ? "" : to));
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
