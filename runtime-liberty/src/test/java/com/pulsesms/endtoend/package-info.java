/** The main job against the packaged server, with simulated phones in processes of their own. */
package com.pulsesms.endtoend;
