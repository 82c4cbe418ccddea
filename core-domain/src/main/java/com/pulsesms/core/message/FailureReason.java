package com.pulsesms.core.message;

import java.util.HashMap;
import java.util.Map;

/**
 * What the codes of {@link Failure} and of phones mean to people: the one place that says it. Codes are open-ended, as
 * newer phones bring newer ones, so each has a sentence.
 */
public final class FailureReason {
    private static final Map<String, String> SENTENCES = new HashMap<>();

    static {
        say("The contact was deleted before the message was sent", Failure.CONTACT_DELETED);
        say("The recipient doesn't want to be written to", Failure.OPTED_OUT);
        say("With this contact's values the text is too long for one message", Failure.TEXT_TOO_LONG);
        say("With this contact's values nothing is left of the text", Failure.TEXT_EMPTY);
        say("The plan had no messages left for it this month", Failure.QUOTA_EXCEEDED);
        say("Its deadline passed before a phone sent it", Failure.DEADLINE_PASSED);
        say("Phones gave it back too often; nothing of it was sent", Failure.RETURNED_TOO_OFTEN);
        say("The phone was silent for long and then told that it did not send it", Failure.NOT_SENT);
        say("The phone that took it fell silent or was removed, so it may have been sent", Failure.DEVICE_SILENT);
        say("Only a part of the message was sent", Failure.PARTLY_SENT);

        say("The phone was told to send it, but never said whether it did", "NO_RESULT");
        say("The phone or the app stopped while it was being sent, so it may have been sent", "DIED_WHILE_SENDING");
        say("It was called back before the phone sent it", "CANCELED");
        say("The phone was told to give it back", "RETURN_ASKED", "SUPERSEDED");
        say("The phone could not send it before quiet hours began", "TIME_OVER");
        say("The phone was disconnected from this organization", "UNPAIRED");
        say("The app is not allowed to send SMS: grant it the permission on the phone", "NO_PERMISSION");
        say("The phone's user is not allowed to send SMS", "RESULT_USER_NOT_ALLOWED");
        say("The phone was in flight mode", "AIRPLANE_MODE");
        say("The phone had sent it before", "ALREADY_SENT");
        say("It waited on the phone for too long to be worth sending", "TOO_OLD");
        say("The program that sends was closed before it sent it", "CLOSED");
        say("The program that sends failed in the middle, so it may have been sent", "RADIO_THREW");

        say(
                "The carrier refused it without a reason; the SIM may be out of credit",
                "RESULT_ERROR_GENERIC_FAILURE",
                "RESULT_RIL_GENERIC_ERROR");
        say(
                "The phone's radio was off",
                "RESULT_ERROR_RADIO_OFF",
                "RESULT_RADIO_NOT_AVAILABLE",
                "RESULT_RIL_RADIO_NOT_AVAILABLE");
        say(
                "The phone had no network",
                "RESULT_ERROR_NO_SERVICE",
                "RESULT_RIL_NETWORK_NOT_READY",
                "RESULT_RIL_NO_NETWORK_FOUND");
        say(
                "The phone was not allowed to send so many SMS in so short a time",
                "RESULT_ERROR_LIMIT_EXCEEDED",
                "RESULT_RIL_REQUEST_RATE_LIMITED");
        say("The SIM may only send to certain numbers (fixed dialing)", "RESULT_ERROR_FDN_CHECK_FAILURE");
        say(
                "The phone does not allow SMS to this short number",
                "RESULT_ERROR_SHORT_CODE_NOT_ALLOWED",
                "RESULT_ERROR_SHORT_CODE_NEVER_ALLOWED");
        say(
                "The phone could not make an SMS of this number and text",
                "RESULT_INVALID_ARGUMENTS",
                "RESULT_RIL_INVALID_ARGUMENTS",
                "RESULT_INVALID_SMS_FORMAT",
                "RESULT_RIL_INVALID_SMS_FORMAT",
                "RESULT_ERROR_NULL_PDU",
                "RESULT_ENCODING_ERROR",
                "RESULT_RIL_ENCODING_ERR");
        say(
                "The phone has a wrong number for its SMS center",
                "RESULT_INVALID_SMSC_ADDRESS",
                "RESULT_RIL_INVALID_SMSC_ADDRESS");
        say(
                "The carrier's network refused it",
                "RESULT_NETWORK_REJECT",
                "RESULT_RIL_NETWORK_REJECT",
                "RESULT_RIL_ACCESS_BARRED",
                "RESULT_OPERATION_NOT_ALLOWED",
                "RESULT_RIL_OPERATION_NOT_ALLOWED");
        say("The carrier's network had an error", "RESULT_NETWORK_ERROR", "RESULT_RIL_NETWORK_ERR");
        say(
                "The phone has no usable SIM where the message was to leave",
                "SIM_GONE",
                "NO_SIM",
                "RESULT_RIL_SIM_ABSENT",
                "RESULT_RIL_SIM_ERROR",
                "RESULT_RIL_INVALID_SIM_STATE",
                "RESULT_RIL_SUBSCRIPTION_NOT_AVAILABLE",
                "RESULT_RIL_NO_SUBSCRIPTION");
        say(
                "The phone was busy with a call or an emergency",
                "RESULT_SMS_BLOCKED_DURING_EMERGENCY",
                "RESULT_RIL_SIMULTANEOUS_SMS_AND_CALL_NOT_ALLOWED",
                "RESULT_RIL_BLOCKED_DUE_TO_CALL");
        say(
                "Something went wrong within the phone",
                "RESULT_MODEM_ERROR",
                "RESULT_RIL_MODEM_ERR",
                "RESULT_SYSTEM_ERROR",
                "RESULT_RIL_SYSTEM_ERR",
                "RESULT_INTERNAL_ERROR",
                "RESULT_RIL_INTERNAL_ERR",
                "RESULT_NO_MEMORY",
                "RESULT_RIL_NO_MEMORY",
                "RESULT_NO_RESOURCES",
                "RESULT_RIL_NO_RESOURCES",
                "RESULT_REMOTE_EXCEPTION",
                "RESULT_INVALID_STATE",
                "RESULT_RIL_INVALID_STATE",
                "RESULT_RIL_INVALID_MODEM_STATE");
        say(
                "The phone tried several times and could not send it",
                "RESULT_SMS_SEND_RETRY_FAILED",
                "RESULT_RIL_SMS_SEND_FAIL_RETRY");
    }

    private FailureReason() {}

    private static void say(String sentence, String... codes) {
        for (var code : codes) {
            SENTENCES.put(code, sentence);
        }
    }

    /** A sentence for people. */
    public static String of(String code) {
        if (code.startsWith("TP_STATUS_") || code.startsWith("CDMA_STATUS_")) {
            return "The carrier could not deliver it";
        }
        return SENTENCES.getOrDefault(code, "The phone could not send it: " + code);
    }
}
