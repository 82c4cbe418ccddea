package com.pulsesms.core.idempotency;

import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Refusal;
import java.util.regex.Pattern;

/**
 * By what a call is known again: the key that its caller chose. The same key of another caller, or of the same one in
 * another organization, is another.
 *
 * @param caller who chose it
 */
public record CallKey(String caller, String key) {
    /** The longest key, in characters. */
    public static final int LIMIT = 255;

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1," + LIMIT + "}");

    /** @throws Refusal.Invalid if the key is no short line of visible ASCII characters */
    public CallKey {
        if (!VISIBLE.matcher(key).matches()) {
            throw new Refusal.Invalid(
                    "Idempotency-Key", "A key has 1 to " + LIMIT + " visible ASCII characters, such as a UUID");
        }
    }

    public static CallKey of(Actor actor, String key) {
        var who = actor.who();
        var name = who instanceof Actor.Person person ? "person " + person.user() : "key " + ((Actor.Key) who).key();
        return new CallKey(actor.organization() + " " + name, key);
    }

    /** Of somebody whom nobody knows yet: only who sends the very same call gets its answer. */
    public static CallKey ofStranger(String fingerprint, String key) {
        return new CallKey("stranger " + fingerprint, key);
    }

    @Override
    public String toString() {
        return caller + " …";
    }
}
