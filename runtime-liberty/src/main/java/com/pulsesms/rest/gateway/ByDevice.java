package com.pulsesms.rest.gateway;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A call that carries a device token; without a valid one it is answered 401. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface ByDevice {}
