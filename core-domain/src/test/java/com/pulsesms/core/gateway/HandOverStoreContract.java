package com.pulsesms.core.gateway;

/** What every adapter of {@link HandOverStore} keeps. */
public interface HandOverStoreContract
        extends ClaimContract,
                PinnedToSimsContract,
                WordingContract,
                AcceptContract,
                SettlementContract,
                SilenceContract,
                CallBackContract {}
