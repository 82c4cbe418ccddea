package com.pulsesms.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.StorageContract;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link SessionStore} keeps. */
public interface SessionStoreContract extends StorageContract {
    private SessionStore store() {
        return storage().sessions();
    }

    private Session inserted() {
        var session = new Session(
                new SessionId(Sample.id()),
                APerson.in(storage()),
                Sample.NOW,
                Sample.NOW.plus(Duration.ofDays(14)),
                Optional.empty());
        run(() -> store().insert(session));
        return session;
    }

    private Optional<Session> found(SessionId id) {
        return call(() -> store().find(id));
    }

    @Test
    default void findsASessionAsItWasInserted() {
        var session = inserted();

        assertThat(found(session.id())).contains(session);
        assertThat(found(new SessionId(Sample.id()))).isEmpty();
    }

    @Test
    default void revokesASessionOnceAndNoOther() {
        var session = inserted();
        var other = inserted();

        run(() -> store().revoke(session.id(), Sample.NOW.plusSeconds(1)));
        run(() -> store().revoke(session.id(), Sample.NOW.plusSeconds(2)));

        assertThat(found(session.id()).orElseThrow().revokedAt()).contains(Sample.NOW.plusSeconds(1));
        assertThat(found(other.id())).contains(other);
    }

    @Test
    default void takesTheRevocationOfASessionThatIsNotThere() {
        var nothing = new SessionId(Sample.id());

        run(() -> store().revoke(nothing, Sample.NOW));

        assertThat(found(nothing)).isEmpty();
    }
}
