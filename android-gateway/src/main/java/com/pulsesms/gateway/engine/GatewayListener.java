package com.pulsesms.gateway.engine;

/** Who wants to know what the engine is doing. Called from the engine's threads; must be quick. */
public interface GatewayListener {
    GatewayListener NOBODY = new GatewayListener() {
        @Override
        public void changed() {}

        @Override
        public void ended() {}
    };

    /** Something that is shown to a person may have changed. */
    void changed();

    /** The server removed this phone, and all its reports were taken: the pairing can be forgotten. */
    void ended();
}
