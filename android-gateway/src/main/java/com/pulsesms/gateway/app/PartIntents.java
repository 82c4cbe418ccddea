package com.pulsesms.gateway.app;

import android.annotation.TargetApi;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.os.Build;
import com.pulsesms.gateway.engine.Claim;
import java.util.ArrayList;
import java.util.List;

/**
 * What the phone's radio answers with: one pending intent per part and kind, each told apart by its address
 * {@code pulsesms://part/<message>/<claim>/<attempt>/<part>}, so that an answer finds its message in any process.
 */
final class PartIntents {
    static final String SENT = "com.pulsesms.gateway.SENT";
    static final String DELIVERED = "com.pulsesms.gateway.DELIVERED";

    private static final int MOST_PARTS = 256;

    private final Context context;

    PartIntents(Context context) {
        this.context = context;
    }

    ArrayList<PendingIntent> all(String action, Claim claim, int attempt, int parts) {
        ArrayList<PendingIntent> intents = new ArrayList<PendingIntent>();
        for (int part = 0; part < parts; part++) {
            intents.add(one(action, claim, attempt, part));
        }
        return intents;
    }

    private PendingIntent one(String action, Claim claim, int attempt, int part) {
        Intent intent = intent(action, claim, attempt, part);
        // A sent answer comes once; delivery reports may come several times, until the last.
        int once = SENT.equals(action) ? PendingIntent.FLAG_ONE_SHOT : 0;
        int flags = PendingIntent.FLAG_UPDATE_CURRENT | once | mutable();
        return PendingIntent.getBroadcast(context, requestCode(attempt, part), intent, flags);
    }

    private Intent intent(String action, Claim claim, int attempt, int part) {
        Uri address = new Uri.Builder()
                .scheme("pulsesms")
                .authority("part")
                .appendPath(claim.messageId())
                .appendPath(Integer.toString(claim.number()))
                .appendPath(Integer.toString(attempt))
                .appendPath(Integer.toString(part))
                .build();
        return new Intent(context, SmsResultReceiver.class).setAction(action).setData(address);
    }

    /** The same in each process, because it is made of what is on disk. */
    private static int requestCode(int attempt, int part) {
        return attempt * MOST_PARTS + part;
    }

    /** The radio adds the report's PDU to the intent. */
    private static int mutable() {
        return Build.VERSION.SDK_INT >= 31 ? mutableSince31() : 0;
    }

    @TargetApi(31)
    private static int mutableSince31() {
        return PendingIntent.FLAG_MUTABLE;
    }

    /** No further answer is expected for this part. */
    void forget(Address address) {
        Intent intent = intent(DELIVERED, address.claim, address.attempt, address.part);
        int flags = PendingIntent.FLAG_NO_CREATE | mutable();
        PendingIntent pending =
                PendingIntent.getBroadcast(context, requestCode(address.attempt, address.part), intent, flags);
        if (pending != null) {
            pending.cancel();
        }
    }

    /** Which part of which attempt an answer is about. */
    static final class Address {
        final Claim claim;
        final int attempt;
        final int part;

        private Address(Claim claim, int attempt, int part) {
            this.claim = claim;
            this.attempt = attempt;
            this.part = part;
        }

        /** @return null when the intent is not one of ours */
        static Address of(Intent intent) {
            Uri uri = intent.getData();
            List<String> path = uri == null ? new ArrayList<String>() : uri.getPathSegments();
            if (path.size() != 4) {
                return null;
            }
            try {
                Claim claim = new Claim(path.get(0), Integer.parseInt(path.get(1)));
                return new Address(claim, Integer.parseInt(path.get(2)), Integer.parseInt(path.get(3)));
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
