package com.pulsesms.core.message;

/** Our own reasons for a bad end; phones add theirs. Each is stable and meant for programs; {@link FailureReason} tells people. */
public final class Failure {
    /** The contact was deleted before its message was handed over. */
    public static final String CONTACT_DELETED = "CONTACT_DELETED";

    /** Its recipient doesn't want to be written to. */
    public static final String OPTED_OUT = "OPTED_OUT";

    /** With this contact's values the text takes more parts than one message may have. */
    public static final String TEXT_TOO_LONG = "TEXT_TOO_LONG";

    /** With this contact's values nothing is left of the text. */
    public static final String TEXT_EMPTY = "TEXT_EMPTY";

    /** The contact came after the campaign was started, and nothing was left of the plan. */
    public static final String QUOTA_EXCEEDED = "QUOTA_EXCEEDED";

    public static final String DEADLINE_PASSED = "DEADLINE_PASSED";

    /** Devices gave it back too often. */
    public static final String RETURNED_TOO_OFTEN = "RETURNED_TOO_OFTEN";

    /** It had been given up as unknown when the phone told that it never left; a person may have resent it already. */
    public static final String NOT_SENT = "NOT_SENT";

    /** The device that had accepted it fell silent or was removed. */
    public static final String DEVICE_SILENT = "DEVICE_SILENT";

    /** A part of it left, so it is not sent again. */
    public static final String PARTLY_SENT = "PARTLY_SENT";

    private Failure() {}
}
