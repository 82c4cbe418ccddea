package com.pulsesms.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param expiresIn in seconds */
@Schema(name = "Token")
public record TokenJson(String token, long expiresIn) {
    static TokenJson of(Tokens.Issued issued) {
        return new TokenJson(issued.token(), issued.life().toSeconds());
    }
}
