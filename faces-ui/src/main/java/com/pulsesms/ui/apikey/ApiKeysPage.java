package com.pulsesms.ui.apikey;

import com.pulsesms.core.apikey.ApiKey;
import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.Page;
import com.pulsesms.core.kernel.Permission;
import com.pulsesms.ui.Cursor;
import com.pulsesms.ui.Notices;
import com.pulsesms.ui.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes keys, whose secret is shown this once, and revokes them. */
@Named
@ViewScoped
public class ApiKeysPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    transient ApiKeys apiKeys;

    @Inject
    transient Clock clock;

    @Inject
    Shell shell;

    @Inject
    Notices notices;

    private String after = "";
    private String name = "";
    private List<String> scopes = all();
    private int days;
    private @Nullable String secret;
    private transient @Nullable Page<ApiKey> keys;

    public void create() {
        var chosen = scopes.stream()
                .flatMap(scope -> Permission.ofScope(scope).stream())
                .collect(Collectors.toSet());
        var made = apiKeys.create(shell.getActor(), new ApiKeys.Draft(name, Optional.of(chosen), end()));
        secret = made.secret().text();
        name = "";
        scopes = all();
        days = 0;
        keys = null;
    }

    private Optional<Instant> end() {
        return days == 0 ? Optional.empty() : Optional.of(clock.instant().plus(Duration.ofDays(days)));
    }

    /** All that a key can do. */
    private static List<String> all() {
        return ApiKeys.DEFAULT_SCOPES.stream().map(Permission::scope).sorted().toList();
    }

    /** What the form offers. */
    public List<String> getChoices() {
        return all();
    }

    /** As the status of the key is called in the texts. */
    public String status(ApiKey key) {
        if (key.revokedAt().isPresent()) {
            return "REVOKED";
        }
        return key.expired(clock.instant()) ? "EXPIRED_KEY" : "ACTIVE";
    }

    /** What a key can do, for people. */
    public String scopes(ApiKey key) {
        return key.scopes().equals(ApiKeys.DEFAULT_SCOPES)
                ? ""
                : key.scopes().stream().map(Permission::scope).sorted().collect(Collectors.joining(", "));
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

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = scopes;
    }

    /** In how many days the key expires; 0 for never. */
    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
