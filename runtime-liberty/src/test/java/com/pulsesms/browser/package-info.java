/** The dashboard in a real browser, against the packaged server. Start with {@link com.pulsesms.browser.DashboardBrowserIT}. */
package com.pulsesms.browser;
