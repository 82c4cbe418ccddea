package com.pulsesms.gateway.app;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import com.pulsesms.gateway.engine.PartResult;

/** Takes the radio's answers, in whatever process they find. */
public final class SmsResultReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        PartIntents.Address address = PartIntents.Address.of(intent);
        if (address == null) {
            return;
        }
        PartResult result = PartIntents.SENT.equals(intent.getAction())
                ? sent(address, getResultCode())
                : DeliveryStatus.read(intent, getResultCode(), address);
        if (result == null) {
            return;
        }
        if (PartIntents.DELIVERED.equals(intent.getAction())) {
            new PartIntents(context).forget(address);
        }
        GatewayApp app = GatewayApp.of(context);
        app.inBackground(new Finishing(goAsync()) {
            @Override
            void work() {
                app.heard(result);
            }
        });
    }

    private static PartResult sent(PartIntents.Address address, int resultCode) {
        return RadioCodes.ok(resultCode)
                ? PartResult.sent(address.claim, address.attempt, address.part)
                : PartResult.failed(address.claim, address.attempt, address.part, RadioCodes.nameOf(resultCode));
    }
}
