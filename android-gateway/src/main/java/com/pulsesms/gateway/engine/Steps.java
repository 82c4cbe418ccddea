package com.pulsesms.gateway.engine;

/** Is told whenever the engine passes a step; tests and the simulated phone die here. */
public interface Steps {
    Steps UNWATCHED = new Steps() {
        @Override
        public void passed(Step step) {}
    };

    void passed(Step step);
}
