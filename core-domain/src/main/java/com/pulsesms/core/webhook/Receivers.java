package com.pulsesms.core.webhook;

import com.pulsesms.core.kernel.DrivenPort;
import java.util.Map;

/** The way to other systems. */
@DrivenPort
public interface Receivers {
    /**
     * Posts JSON and waits for the answer, for 15 seconds at most. No redirect is followed, TLS certificates must be valid,
     * and no address within the operator's own network is called unless the operator allows it. Never throws because of
     * what is at the other end.
     */
    Answer post(WebhookUrl url, Map<String, String> headers, String body);
}
