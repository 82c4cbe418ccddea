package com.pulsesms.core.kernel;

import java.util.List;

/**
 * The caller may not or cannot: an expected answer, not a bug, and so without a stack trace. Each adapter translates the
 * family once. The {@link #code()} is stable and meant for programs; the message is meant for people.
 */
public abstract sealed class Refusal extends RuntimeException {
    private final String code;

    private Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** It isn't there, or it isn't yours: the two must not be told apart. */
    public static final class NotFound extends Refusal {
        public NotFound(String message) {
            super("not_found", message);
        }
    }

    /** The input breaks a rule; each error names its field. */
    public static final class Invalid extends Refusal {
        private final transient List<FieldError> errors;

        public Invalid(List<FieldError> errors) {
            this("invalid", errors);
        }

        /** An input that programs tell from others by its own code. */
        public Invalid(String code, FieldError error) {
            this(code, List.of(error));
        }

        private Invalid(String code, List<FieldError> errors) {
            super(code, errors.size() == 1 ? errors.get(0).message() : errors.size() + " fields are not valid");
            this.errors = List.copyOf(errors);
        }

        public Invalid(String field, String message) {
            this(List.of(new FieldError(field, message)));
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** The thing's state does not allow it, or somebody changed it at the same time. */
    public static final class Conflict extends Refusal {
        public Conflict(String code, String message) {
            super(code, message);
        }
    }

    /** The key by which a call is known again was given to another call. */
    public static final class KeyReused extends Refusal {
        public KeyReused() {
            super("idempotency_key_reused", "This Idempotency-Key was sent with another call: use a new one for each");
        }
    }

    /** It existed and was usable once, and never will be again: an expired code, a removed device. */
    public static final class Gone extends Refusal {
        public Gone(String code, String message) {
            super(code, message);
        }
    }

    /** We don't know who the caller is. */
    public static final class Unauthenticated extends Refusal {
        public Unauthenticated(String code, String message) {
            super(code, message);
        }
    }

    /** We know who the caller is, and that is not enough. */
    public static final class Forbidden extends Refusal {
        public Forbidden(String message) {
            super("forbidden", message);
        }
    }

    /** What the account's plan allows is used up, or would be exceeded. */
    public static final class LimitReached extends Refusal {
        private final transient Limit limit;

        public LimitReached(String code, String message, Limit limit) {
            super(code, message);
            this.limit = limit;
        }

        public Limit limit() {
            return limit;
        }
    }
}
