/** The REST API as callers see it: over HTTP, against one server that all tests of this package share. */
package com.pulsesms.server.api;
