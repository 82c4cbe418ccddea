/**
 * Work and wake-ups on Artemis, by the JMS API alone. Every message is a nudge about a row: lost or repeated it costs time,
 * never correctness. Start reading at {@link com.pulsesms.jms.ArtemisSending} and {@link
 * com.pulsesms.jms.ArtemisWorkQueue}; what comes in goes to {@link com.pulsesms.jms.ReadyNews}, {@link
 * com.pulsesms.jms.ExpansionWork} and {@link com.pulsesms.jms.DeliveryWork}.
 */
@NullMarked
package com.pulsesms.jms;

import org.jspecify.annotations.NullMarked;
