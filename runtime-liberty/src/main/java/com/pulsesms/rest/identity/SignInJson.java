package com.pulsesms.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a person signs in. */
@Schema(name = "SignIn")
public record SignInJson(
        @Schema(required = true) String email,
        @Schema(required = true) String password) {}
