package com.pulsesms.gateway.app;

import android.content.Context;
import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.Entry;
import com.pulsesms.gateway.engine.EntryState;
import com.pulsesms.gateway.engine.Status;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;

/** Plain words for what the engine and the radio say. */
final class Texts {
    private static final Map<String, Integer> REASONS = new HashMap<String, Integer>();

    static {
        reason(R.string.reason_generic, "RESULT_ERROR_GENERIC_FAILURE", "RESULT_RIL_GENERIC_ERROR");
        reason(R.string.reason_radio_off, "RESULT_ERROR_RADIO_OFF", "RESULT_RADIO_NOT_AVAILABLE");
        reason(R.string.reason_radio_off, "RESULT_RIL_RADIO_NOT_AVAILABLE");
        reason(R.string.reason_no_service, "RESULT_ERROR_NO_SERVICE", "RESULT_RIL_NETWORK_NOT_READY");
        reason(R.string.reason_no_service, "RESULT_RIL_NO_NETWORK_FOUND");
        reason(R.string.reason_limit, "RESULT_ERROR_LIMIT_EXCEEDED", "RESULT_RIL_REQUEST_RATE_LIMITED");
        reason(R.string.reason_fixed_numbers, "RESULT_ERROR_FDN_CHECK_FAILURE");
        reason(R.string.reason_short_code, "RESULT_ERROR_SHORT_CODE_NOT_ALLOWED");
        reason(R.string.reason_short_code, "RESULT_ERROR_SHORT_CODE_NEVER_ALLOWED");
        reason(R.string.reason_arguments, "RESULT_INVALID_ARGUMENTS", "RESULT_RIL_INVALID_ARGUMENTS");
        reason(R.string.reason_arguments, "RESULT_INVALID_SMS_FORMAT", "RESULT_RIL_INVALID_SMS_FORMAT");
        reason(R.string.reason_arguments, "RESULT_ERROR_NULL_PDU", "RESULT_ENCODING_ERROR");
        reason(R.string.reason_network, "RESULT_NETWORK_REJECT", "RESULT_RIL_NETWORK_REJECT");
        reason(R.string.reason_network, "RESULT_NETWORK_ERROR", "RESULT_RIL_NETWORK_ERR");
        reason(R.string.reason_network, "RESULT_RIL_ACCESS_BARRED", "RESULT_OPERATION_NOT_ALLOWED");
        reason(R.string.reason_sim, "SIM_GONE", "NO_SIM", "RESULT_RIL_SIM_ABSENT", "RESULT_RIL_SIM_ERROR");
        reason(R.string.reason_sim, "RESULT_RIL_SUBSCRIPTION_NOT_AVAILABLE", "RESULT_RIL_INVALID_SIM_STATE");
        reason(R.string.reason_phone, "RESULT_MODEM_ERROR", "RESULT_RIL_MODEM_ERR", "RESULT_SYSTEM_ERROR");
        reason(R.string.reason_phone, "RESULT_INTERNAL_ERROR", "RESULT_RIL_INTERNAL_ERR", "RESULT_NO_MEMORY");
        reason(R.string.reason_partly, "PARTLY_SENT");
        reason(R.string.reason_no_result, "NO_RESULT");
        reason(R.string.reason_died, "DIED_WHILE_SENDING");
        reason(R.string.reason_canceled, "CANCELED");
        reason(R.string.reason_return_asked, "RETURN_ASKED");
        reason(R.string.reason_time_over, "TIME_OVER");
        reason(R.string.reason_unpaired, "UNPAIRED");
        reason(R.string.reason_no_permission, "NO_PERMISSION", "RESULT_USER_NOT_ALLOWED");
        reason(R.string.reason_airplane_mode, "AIRPLANE_MODE");
        reason(R.string.reason_superseded, "SUPERSEDED");
        reason(R.string.reason_already_sent, "ALREADY_SENT");
        reason(R.string.reason_too_old, "TOO_OLD");
    }

    private Texts() {}

    private static void reason(int text, String... codes) {
        for (String code : codes) {
            REASONS.put(code, text);
        }
    }

    static String reason(Context context, String code) {
        if (code.startsWith("TP_STATUS_") || code.startsWith("CDMA_STATUS_")) {
            return context.getString(R.string.reason_undelivered);
        }
        Integer text = REASONS.get(code);
        return text == null ? context.getString(R.string.reason_other, code) : context.getString(text);
    }

    static int status(Entry entry) {
        if (entry.status() == null) {
            return entry.state() == EntryState.SENDING ? R.string.status_sending : R.string.status_waiting;
        }
        switch (entry.status()) {
            case SENT:
                return R.string.status_sent;
            case DELIVERED:
                return R.string.status_delivered;
            case UNDELIVERED:
                return R.string.status_undelivered;
            case FAILED:
                return R.string.status_failed;
            case RETURNED:
                return R.string.status_returned;
            case EXPIRED:
                return R.string.status_expired;
            default:
                return R.string.status_unknown;
        }
    }

    static int color(Status status) {
        if (status == Status.SENT || status == Status.DELIVERED) {
            return R.color.good;
        }
        boolean bad = status == Status.FAILED || status == Status.UNDELIVERED || status == Status.EXPIRED;
        return bad ? R.color.bad : R.color.waiting;
    }

    static String number(int number) {
        return NumberFormat.getIntegerInstance().format(number);
    }
}
