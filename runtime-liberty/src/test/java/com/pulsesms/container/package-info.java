/** Tests that run inside of the server, beside the packaged application, for what only the container can show. */
package com.pulsesms.container;
