package com.pulsesms.rest.gateway;

import com.pulsesms.core.gateway.Claim;
import com.pulsesms.core.gateway.HandOver;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** Reads and answers {@code POST /messages/accept}. */
final class AcceptCall {
    private static final int MOST = 500;

    private AcceptCall() {}

    static List<Claim> read(Fields fields) {
        var claims = fields.objects("messages", MOST, AcceptCall::claim);
        fields.check();
        if (claims.isEmpty()) {
            throw new Refusal.Invalid("messages", "Name at least one message");
        }
        return claims;
    }

    static Claim claim(Fields pair) {
        return new Claim(new MessageId(pair.id("id")), pair.integer("claim", 1, Integer.MAX_VALUE));
    }

    static JsonObject answer(HandOver.Accepted accepted) {
        return Json.createObjectBuilder()
                .add("accepted", pairs(accepted.accepted()))
                .add("dropped", pairs(accepted.dropped()))
                .build();
    }

    private static JsonArrayBuilder pairs(List<Claim> claims) {
        var array = Json.createArrayBuilder();
        claims.forEach(claim -> array.add(
                Json.createObjectBuilder().add("id", claim.message().toString()).add("claim", claim.number())));
        return array;
    }
}
