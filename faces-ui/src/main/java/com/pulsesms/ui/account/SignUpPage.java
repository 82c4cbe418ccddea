package com.pulsesms.ui.account;

import com.pulsesms.core.identity.Accounts;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.ui.Choices;
import com.pulsesms.ui.SignIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Makes an account, signs it in, and shows the first API key: this once. */
@Named
@RequestScoped
public class SignUpPage {
    @Inject
    Accounts accounts;

    @Inject
    SignIn signIn;

    @Inject
    Choices choices;

    private String name = "";
    private String email = "";
    private String password = "";
    private String region = "";
    private String zone = "UTC";
    private @Nullable String apiKey;

    @PostConstruct
    void guessRegion() {
        region = choices.regionOf(
                FacesContext.getCurrentInstance().getExternalContext().getRequestLocale());
    }

    public void signUp() {
        var made = accounts.signUp(new Accounts.NewAccount(email, password, name, Region.parse(region), zone()));
        signIn.begin(accounts.signIn(email, password));
        apiKey = made.apiKey().secret().text();
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal.Invalid("zone", "Not a time zone");
        }
    }

    public boolean isDone() {
        return apiKey != null;
    }

    public @Nullable String getApiKey() {
        return apiKey;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
