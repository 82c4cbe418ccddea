package com.pulsesms.rest.gateway;

import com.pulsesms.core.gateway.HandOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** What goes over this node's hand-over, for {@code /metrics}. */
@ApplicationScoped
public class GatewayCounters {
    @Inject
    private MetricRegistry registry;

    @Inject
    private ParkedPolls polls;

    @Gauge(
            name = "pulsesms_parked_polls",
            unit = "polls",
            absolute = true,
            description = "Phones that wait for messages")
    public int parkedPolls() {
        return polls.size();
    }

    void handed(int messages) {
        count("pulsesms_messages_handed", messages);
    }

    void answered(HandOver.Accepted accepted) {
        count("pulsesms_claims_accepted", accepted.accepted().size());
        count("pulsesms_claims_dropped", accepted.dropped().size());
    }

    void heard(HandOver.Heard heard) {
        count("pulsesms_reports_confirmed", heard.confirmed().size());
        count("pulsesms_reports_rejected", heard.rejected().size());
    }

    private void count(String name, int more) {
        registry.counter(name).inc(more);
    }
}
