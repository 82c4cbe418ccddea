package com.pulsesms.core.kernel;

import java.util.UUID;

/** Makes ids that no one has made before and that sort by the time they were made. */
@DrivenPort
public interface IdGenerator {
    UUID next();
}
