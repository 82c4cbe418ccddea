package com.pulsesms.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param expiresIn in seconds */
@Schema(name = "Token")
public record TokenJson(String token, long expiresIn) {
    static TokenJson of(String token) {
        return new TokenJson(token, Tokens.PROGRAM_LIFE.toSeconds());
    }
}
