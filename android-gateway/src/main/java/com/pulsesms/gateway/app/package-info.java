/**
 * The Android app around the engine. {@link com.pulsesms.gateway.app.GatewayApp} holds what lives as long as the process;
 * {@link com.pulsesms.gateway.app.GatewayService} keeps it alive; {@link com.pulsesms.gateway.app.SmsManagerWrapper} is the
 * only class that touches Android's SmsManager. API level 23; calls to newer ones are guarded and marked.
 */
package com.pulsesms.gateway.app;
