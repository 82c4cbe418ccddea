package com.pulsesms.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.pulsesms.core.CrashingTransactions;
import com.pulsesms.core.CrashingTransactions.Crash;
import com.pulsesms.core.TestPulse;
import com.pulsesms.core.apikey.ApiKeys;
import com.pulsesms.core.identity.Accounts.NewAccount;
import com.pulsesms.core.kernel.PageRequest;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.SessionId;
import com.pulsesms.core.organization.Role;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private static final String PASSWORD = "correct horse";

    private final TestPulse pulse = new TestPulse();
    private final Accounts accounts = pulse.core().accounts();

    private static NewAccount account(String email, String password, String name) {
        return new NewAccount(email, password, name, new Region("RS"), ZoneId.of("Europe/Belgrade"));
    }

    private Accounts.SignedUp ana() {
        return accounts.signUp(account("ana@example.com", PASSWORD, "Ana"));
    }

    @Test
    void makesADefaultOrganizationThatThePersonOwns() {
        var ana = ana();

        var mine = pulse.core().organizations().mine(ana.user().id());

        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).organization()).isEqualTo(ana.organization());
        assertThat(mine.get(0).role()).isEqualTo(Role.OWNER);
        assertThat(ana.organization().name()).isEqualTo("Ana");
        assertThat(ana.organization().region()).isEqualTo(new Region("RS"));
        assertThat(ana.organization().zone()).isEqualTo(ZoneId.of("Europe/Belgrade"));
    }

    @Test
    void makesAFirstApiKeyThatOpensTheDefaultOrganization() {
        var ana = ana();

        var key = pulse.core().apiKeys().authenticate(ana.apiKey().secret());

        assertThat(ana.apiKey().secret().text()).startsWith("pk_");
        assertThat(key.organization()).isEqualTo(ana.organization().id());
        assertThat(key.scopes()).isEqualTo(ApiKeys.DEFAULT_SCOPES);
    }

    @Test
    void keepsNoPasswordAndNoSecret() {
        var ana = ana();

        assertThat(ana.user().passwordHash()).doesNotContain(PASSWORD);
        assertThat(ana.apiKey().key().hash())
                .isNotEqualTo(ana.apiKey().secret().text())
                .isEqualTo(ana.apiKey().secret().hash());
    }

    @Test
    void refusesASecondAccountWithTheSameAddressHoweverItIsWritten() {
        ana();

        assertThatThrownBy(() -> accounts.signUp(account(" ANA@Example.com", "another horse", "Not Ana")))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refused -> assertThat(refused.code()).isEqualTo("email_taken"));

        assertThat(accounts.signIn("ana@example.com", PASSWORD)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "ana@", "@example.com", "ana@localhost", "a b@example.com"})
    void refusesWhatIsNoAddress(String email) {
        assertThatThrownBy(() -> accounts.signUp(account(email, PASSWORD, "Ana")))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "ana@example.com", "ANA@example.com"})
    void refusesAPasswordThatIsTooShortOrTheAddress(String password) {
        assertThatThrownBy(() -> accounts.signUp(account("ana@example.com", password, "Ana")))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused ->
                                assertThat(refused.errors()).extracting("field").containsExactly("password"));
    }

    @Test
    void refusesAPasswordThatWouldKeepUsBusy() {
        assertThatThrownBy(() -> accounts.signUp(account("ana@example.com", "a".repeat(129), "Ana")))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void leavesNothingOfASignUpThatDiesHalfway() {
        var crashing = new AtomicReference<CrashingTransactions>();
        var dying = new TestPulse(storage -> {
            crashing.set(new CrashingTransactions(storage.transactions()));
            return TestPulse.with(storage, crashing.get());
        });
        var account = account("ana@example.com", PASSWORD, "Ana");

        // The key's is the innermost and so the second to end: the organization and its membership are stored by then.
        crashing.get().crashIn(2);
        assertThatThrownBy(() -> dying.core().accounts().signUp(account)).isInstanceOf(Crash.class);

        assertThatThrownBy(() -> dying.core().accounts().signIn("ana@example.com", PASSWORD))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(dying.core().accounts().signUp(account)).isNotNull();
    }

    @Test
    void knowsWhoSignedIn() {
        var ana = ana();

        var session = accounts.signIn("Ana@example.com ", PASSWORD);

        assertThat(session.user()).isEqualTo(ana.user().id());
        assertThat(accounts.signedIn(session.id())).isEqualTo(ana.user());
    }

    @Test
    void tellsAWrongPasswordFromAnUnknownAddressInNoWay() {
        ana();

        var wrong = refusalOf(() -> accounts.signIn("ana@example.com", "wrong horse"));
        var unknown = refusalOf(() -> accounts.signIn("maja@example.com", PASSWORD));
        var nonsense = refusalOf(() -> accounts.signIn("nonsense", PASSWORD));

        assertThat(wrong.code())
                .isEqualTo("sign_in_failed")
                .isEqualTo(unknown.code())
                .isEqualTo(nonsense.code());
        assertThat(wrong).hasMessage(unknown.getMessage()).hasMessage(nonsense.getMessage());
    }

    private static Refusal.Unauthenticated refusalOf(Runnable work) {
        return catchThrowableOfType(Refusal.Unauthenticated.class, work::run);
    }

    @Test
    void knowsNobodyOnceTheyHaveSignedOut() {
        ana();
        var here = accounts.signIn("ana@example.com", PASSWORD);
        var elsewhere = accounts.signIn("ana@example.com", PASSWORD);

        accounts.signOut(here.id());
        accounts.signOut(here.id());

        assertThat(refusalOf(() -> accounts.signedIn(here.id())).code()).isEqualTo("session_ended");
        assertThat(accounts.signedIn(elsewhere.id())).isNotNull();
    }

    @Test
    void endsASessionByItself() {
        ana();
        var session = accounts.signIn("ana@example.com", PASSWORD);

        pulse.clock().pass(Accounts.SESSION_LIFE.minus(Duration.ofSeconds(1)));
        assertThat(accounts.signedIn(session.id())).isNotNull();

        pulse.clock().pass(Duration.ofSeconds(1));
        assertThat(refusalOf(() -> accounts.signedIn(session.id())).code()).isEqualTo("session_ended");
    }

    @Test
    void knowsNobodyByASessionThatNeverWas() {
        assertThat(refusalOf(() -> accounts.signedIn(new SessionId(Sample.id())))
                        .code())
                .isEqualTo("session_ended");
    }

    @Test
    void actsInTheDefaultOrganizationAsItsOwner() {
        var ana = ana();

        var actor = pulse.core()
                .organizations()
                .actor(ana.user().id(), ana.organization().id());

        assertThat(pulse.core().organizations().current(actor)).isEqualTo(ana.organization());
        assertThat(pulse.core().apiKeys().page(actor, PageRequest.first()).items())
                .containsExactly(ana.apiKey().key());
    }
}
