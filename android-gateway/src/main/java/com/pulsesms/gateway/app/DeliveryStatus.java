package com.pulsesms.gateway.app;

import android.app.Activity;
import android.content.Intent;
import android.telephony.SmsMessage;
import com.pulsesms.gateway.engine.PartResult;

/** What a delivery report says, by the status in its PDU. */
final class DeliveryStatus {
    private static final String CDMA = "3gpp2";

    private DeliveryStatus() {}

    /** @return null while the network is still trying */
    static PartResult read(Intent report, int resultCode, PartIntents.Address address) {
        byte[] pdu = report.getByteArrayExtra("pdu");
        String format = report.getStringExtra("format");
        SmsMessage message = pdu == null ? null : parse(pdu, format);
        if (message == null) {
            // Some phones give no PDU; their result code is all there is.
            return resultCode == Activity.RESULT_OK ? delivered(address) : undelivered(address, null);
        }
        return CDMA.equals(format) ? ofCdma(message.getStatus(), address) : ofGsm(message.getStatus(), address);
    }

    private static SmsMessage parse(byte[] pdu, String format) {
        try {
            return SmsMessage.createFromPdu(pdu, format == null ? "3gpp" : format);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** TP-Status of 3GPP 23.040, 9.2.3.15. */
    private static PartResult ofGsm(int status, PartIntents.Address address) {
        if (status < 0x20) {
            return delivered(address);
        }
        return status < 0x40 ? null : undelivered(address, "TP_STATUS_" + status);
    }

    /** Error class and message status of 3GPP2 C.S0015, in the upper half. */
    private static PartResult ofCdma(int status, PartIntents.Address address) {
        int errorClass = status >>> 24 & 0x03;
        int messageStatus = status >>> 16 & 0xff;
        if (errorClass == 0) {
            return messageStatus == 2 ? delivered(address) : null;
        }
        return errorClass == 2 ? null : undelivered(address, "CDMA_STATUS_" + messageStatus);
    }

    private static PartResult delivered(PartIntents.Address address) {
        return PartResult.delivered(address.claim, address.attempt, address.part);
    }

    private static PartResult undelivered(PartIntents.Address address, String code) {
        return PartResult.undelivered(address.claim, address.attempt, address.part, code);
    }
}
