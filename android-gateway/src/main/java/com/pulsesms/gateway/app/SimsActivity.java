package com.pulsesms.gateway.app;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.CheckBox;
import android.widget.EditText;
import android.widget.TextView;
import com.pulsesms.gateway.R;
import com.pulsesms.gateway.engine.GatewayEngine;
import com.pulsesms.gateway.engine.Pace;
import com.pulsesms.gateway.engine.Sim;
import java.text.NumberFormat;
import java.util.List;

/** Which SIM cards to send through, their numbers, and how fast. */
public final class SimsActivity extends Screen {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.sims);
        showCards();
    }

    private void showCards() {
        ViewGroup cards = (ViewGroup) findViewById(R.id.cards);
        List<Sim> present = app().sims().present();
        List<Integer> chosen = app().sims().chosen();
        text(R.id.intro).setText(present.isEmpty() ? R.string.sims_none : R.string.sims_intro);
        for (Sim sim : present) {
            View card = getLayoutInflater().inflate(R.layout.sim_card, cards, false);
            String carrier = sim.carrier() == null ? getString(R.string.sim_unknown_carrier) : sim.carrier();
            ((TextView) card.findViewById(R.id.name)).setText(getString(R.string.sim_name, sim.slot() + 1, carrier));
            CheckBox use = (CheckBox) card.findViewById(R.id.use);
            use.setChecked(chosen.contains(sim.subscriptionId()));
            use.setOnCheckedChangeListener((box, ticked) -> app().sims().tick(sim.subscriptionId(), ticked));
            EditText number = (EditText) card.findViewById(R.id.number);
            number.setText(sim.number());
            number.setTag(sim);
            cards.addView(card);
        }
    }

    @Override
    protected void onPause() {
        ViewGroup cards = (ViewGroup) findViewById(R.id.cards);
        for (int i = 0; i < cards.getChildCount(); i++) {
            EditText number = (EditText) cards.getChildAt(i).findViewById(R.id.number);
            Sim sim = (Sim) number.getTag();
            String entered = number.getText().toString().trim();
            if (!entered.equals(sim.number() == null ? "" : sim.number())) {
                app().sims().enterNumber(sim.subscriptionId(), entered);
            }
        }
        super.onPause();
    }

    @Override
    void show() {
        GatewayEngine engine = app().engine();
        text(R.id.pace).setText(words(engine == null ? Pace.DEFAULT : engine.pace()));
    }

    private String words(Pace pace) {
        if (pace.unlimited()) {
            return getString(R.string.pace_unlimited);
        }
        StringBuilder words = new StringBuilder();
        if (pace.phone().partsPerMinute() != null) {
            String gap = NumberFormat.getInstance().format(pace.minGapMillis() / 1000.0);
            words.append(getString(R.string.pace_limited, pace.phone().partsPerMinute(), gap));
        }
        if (pace.phone().partsPerHour() != null) {
            words.append('\n').append(getString(R.string.pace_hour, pace.phone().partsPerHour()));
        }
        if (pace.phone().partsPerDay() != null) {
            words.append('\n').append(getString(R.string.pace_day, pace.phone().partsPerDay()));
        }
        return words.toString().trim();
    }
}
