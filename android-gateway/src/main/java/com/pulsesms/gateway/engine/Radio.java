package com.pulsesms.gateway.engine;

/**
 * What sends text messages. Results come later, part by part, to {@link RadioResults}; they may come twice, late, in any
 * order or never.
 */
public interface Radio {
    /** Into how many parts this text is divided. */
    int parts(String text);

    /**
     * Hands a message over, once per attempt.
     *
     * @throws RadioRefused when it is certain that no part left or will leave; any other exception leaves that open
     */
    void send(Claim claim, int attempt, Message message, int sim) throws RadioRefused;

    /** Whether results of messages handed over by a process that died still arrive. */
    boolean resultsOutliveProcess();
}
