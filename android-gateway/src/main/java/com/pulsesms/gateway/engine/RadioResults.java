package com.pulsesms.gateway.engine;

import java.util.List;

/** Where a radio tells what became of the parts. */
public interface RadioResults {
    void heard(List<PartResult> results);
}
