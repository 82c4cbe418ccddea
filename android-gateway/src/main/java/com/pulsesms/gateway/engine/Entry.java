package com.pulsesms.gateway.engine;

/**
 * One claim in the outbox. Immutable: its life is CLAIMED → ACCEPTED → SENDING → DONE, back from SENDING to ACCEPTED only
 * when the radio said for certain that no part left, and from ACCEPTED straight to DONE when it is given back.
 */
public final class Entry {
    private final Message message;
    private final long order;
    private final Moment arrived;
    private final EntryState state;
    private final int attempt;
    private final int failures;
    private final Moment notBefore;
    private final Departure departure;
    private final Tally tally;
    private final Status status;
    private final String code;
    private final Report report;

    private Entry(Draft draft) {
        this.message = draft.message;
        this.order = draft.order;
        this.arrived = draft.arrived;
        this.state = draft.state;
        this.attempt = draft.attempt;
        this.failures = draft.failures;
        this.notBefore = draft.notBefore;
        this.departure = draft.departure;
        this.tally = draft.tally;
        this.status = draft.status;
        this.code = draft.code;
        this.report = draft.report;
    }

    static Entry arrived(Message message, long order, Moment now) {
        return new Draft(message, order, now).entry();
    }

    public Claim claim() {
        return message.claim();
    }

    public Message message() {
        return message;
    }

    /** Grows in order of arrival; unique in one outbox. */
    public long order() {
        return order;
    }

    public Moment arrived() {
        return arrived;
    }

    public EntryState state() {
        return state;
    }

    /** How often it was handed to the radio. */
    public int attempt() {
        return attempt;
    }

    /** How many attempts failed with certainty that no part left. */
    public int failures() {
        return failures;
    }

    /** No further attempt before this, or null. */
    public Moment notBefore() {
        return notBefore;
    }

    /** The last hand-over to the radio, or null. */
    public Departure departure() {
        return departure;
    }

    /** What is known of the parts of the last attempt, or null. */
    public Tally tally() {
        return tally;
    }

    /** The highest status so far, or null. */
    public Status status() {
        return status;
    }

    /** The reason of the status or of the last failed attempt, or null. */
    public String code() {
        return code;
    }

    /** What the server has not yet confirmed, or null. */
    public Report report() {
        return report;
    }

    /** No send may start after this, or null. */
    Moment deadline() {
        Long seconds = message.sendWithinSeconds();
        return seconds == null ? null : arrived.plus(seconds * 1000);
    }

    /** Whether news of it may still come and matter. */
    public boolean open() {
        return state != EntryState.DONE || report != null;
    }

    Entry accepted() {
        return change().state(EntryState.ACCEPTED).entry();
    }

    Entry sending(Departure departure) {
        return change().sending(departure).entry();
    }

    Entry tallied(Tally newTally) {
        return change().tally(newTally).entry();
    }

    Entry withCode(String newCode) {
        return change().code(newCode).entry();
    }

    /** Nothing left: it waits for another attempt. */
    Entry waitingAgain(Moment newNotBefore, boolean attemptUsed) {
        return change().waitingAgain(newNotBefore, attemptUsed).entry();
    }

    Entry reporting(Report newReport) {
        return change().state(EntryState.DONE)
                .status(newReport.status())
                .code(newReport.code())
                .report(newReport)
                .entry();
    }

    Entry reported() {
        return change().report(null).entry();
    }

    /** The way back from storage. */
    public Draft change() {
        return new Draft(this);
    }

    @Override
    public String toString() {
        return claim() + " " + state + (status == null ? "" : " " + status);
    }

    /** An entry in the making. */
    public static final class Draft {
        private final Message message;
        private final long order;
        private final Moment arrived;
        private EntryState state = EntryState.CLAIMED;
        private int attempt;
        private int failures;
        private Moment notBefore;
        private Departure departure;
        private Tally tally;
        private Status status;
        private String code;
        private Report report;

        public Draft(Message message, long order, Moment arrived) {
            this.message = message;
            this.order = order;
            this.arrived = arrived;
        }

        private Draft(Entry entry) {
            this(entry.message, entry.order, entry.arrived);
            state = entry.state;
            attempt = entry.attempt;
            failures = entry.failures;
            notBefore = entry.notBefore;
            departure = entry.departure;
            tally = entry.tally;
            status = entry.status;
            code = entry.code;
            report = entry.report;
        }

        public Draft state(EntryState newState) {
            state = newState;
            return this;
        }

        public Draft attempt(int newAttempt) {
            attempt = newAttempt;
            return this;
        }

        public Draft failures(int newFailures) {
            failures = newFailures;
            return this;
        }

        public Draft notBefore(Moment newNotBefore) {
            notBefore = newNotBefore;
            return this;
        }

        public Draft departure(Departure newDeparture) {
            departure = newDeparture;
            return this;
        }

        public Draft tally(Tally newTally) {
            tally = newTally;
            return this;
        }

        public Draft status(Status newStatus) {
            status = newStatus;
            return this;
        }

        public Draft code(String newCode) {
            code = newCode;
            return this;
        }

        public Draft report(Report newReport) {
            report = newReport;
            return this;
        }

        private Draft sending(Departure newDeparture) {
            state = EntryState.SENDING;
            attempt++;
            notBefore = null;
            departure = newDeparture;
            tally = Tally.ofParts(newDeparture.parts());
            code = null;
            return this;
        }

        private Draft waitingAgain(Moment newNotBefore, boolean attemptUsed) {
            state = EntryState.ACCEPTED;
            notBefore = newNotBefore;
            failures += attemptUsed ? 1 : 0;
            return this;
        }

        public Entry entry() {
            return new Entry(this);
        }
    }
}
