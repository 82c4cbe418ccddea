package com.pulsesms.rest;

import com.pulsesms.core.idempotency.CallKey;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Says in the description of the API what holds for all operations, so that no resource repeats it: which errors may come,
 * and who may call.
 */
public class ApiDescription implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String PHONES = "/api/gateway/";
    private static final String DEVICE = "device";
    private static final Set<String> LIMITED_BY_THE_PLAN = Set.of(
            "sendMessage", "resendMessage", "startCampaign", "resendCampaign", "createOrganization", "createApiKey");
    private static final Set<String> WITHOUT_KEY = Set.of("/api/auth/token", "/api/session");
    private static final Set<String> FOR_STRANGERS =
            Set.of("/api/accounts", "/api/auth/token", "/api/session", PHONES + "pair");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(PROBLEM, problem()).addSecurityScheme(DEVICE, deviceToken());
        Optional.ofNullable(api.getComponents().getSchemas())
                .ifPresent(schemas -> schemas.forEach(ApiDescription::letAbsentBeNull));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    /** Answers have all of their fields, those without a value as null; and callers may send null for what is absent. */
    private static void letAbsentBeNull(String name, Schema schema) {
        var properties = schema.getProperties();
        if (properties == null || name.equals(PROBLEM)) {
            return;
        }
        var required = Optional.ofNullable(schema.getRequired()).orElse(List.of());
        new LinkedHashMap<>(properties).forEach((field, property) -> {
            if (!required.contains(field)) {
                schema.addProperty(field, orNull(property));
            }
        });
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(property)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        if (property.getType() != null && !property.getType().contains(SchemaType.BOOLEAN)) {
            property.addType(SchemaType.NULL);
        }
        return property;
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (path.startsWith(PHONES)) {
            operation.setTags(List.of("Phones"));
            describeAnswers(operation);
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(DEVICE)));
        }
        if (isForStrangers(path, method)) {
            operation.setSecurity(List.of());
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (takesKey(path, method)) {
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .description("A new one for each call, such as a UUID: who repeats the call with it, gets the first"
                            + " answer again for 24 hours, marked Idempotent-Replayed, and nothing is done twice")
                    .schema(text("1 to 255 visible ASCII characters").maxLength(CallKey.LIMIT)));
        }
        errors(path, method, operation).forEach(status -> {
            var code = String.valueOf(status.getStatusCode());
            if (!operation.getResponses().hasAPIResponse(code)) {
                operation.getResponses().addAPIResponse(code, response(status));
            }
        });
    }

    /** What phones are told stands in their protocol. */
    private static void describeAnswers(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (!status.equals("204")) {
                var answer = object(Map.of()).additionalPropertiesBoolean(true);
                var media = OASFactory.createMediaType().schema(answer);
                response.setContent(OASFactory.createContent().addMediaType("application/json", media));
            }
        });
    }

    private static boolean isForStrangers(String path, HttpMethod method) {
        return method == HttpMethod.POST && FOR_STRANGERS.contains(path);
    }

    private static boolean takesKey(String path, HttpMethod method) {
        return method == HttpMethod.POST && !path.startsWith(PHONES) && !WITHOUT_KEY.contains(path);
    }

    private static Set<StatusType> errors(String path, HttpMethod method, Operation operation) {
        var errors = new LinkedHashSet<StatusType>(
                List.of(Status.BAD_REQUEST, Status.UNAUTHORIZED, Status.INTERNAL_SERVER_ERROR));
        if (takesKey(path, method)) {
            errors.add(UnprocessableContent.STATUS);
        }
        if (!isForStrangers(path, method) && !path.startsWith(PHONES)) {
            errors.add(Status.FORBIDDEN);
            errors.add(Status.NOT_FOUND);
            errors.add(Status.TOO_MANY_REQUESTS);
        }
        if (LIMITED_BY_THE_PLAN.contains(operation.getOperationId())) {
            errors.add(Status.PAYMENT_REQUIRED);
        }
        if (method != HttpMethod.GET) {
            errors.add(Status.CONFLICT);
        }
        if (operation.getRequestBody() != null) {
            errors.add(Status.REQUEST_ENTITY_TOO_LARGE);
            errors.add(Status.UNSUPPORTED_MEDIA_TYPE);
        }
        return errors;
    }

    private static APIResponse response(StatusType status) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
        return OASFactory.createAPIResponse()
                .description(status.getReasonPhrase())
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
    }

    private static Schema problem() {
        var error = object(Map.of("field", text("Which field"), "message", text("What is wrong with it")))
                .required(List.of("field", "message"));
        return object(Map.ofEntries(
                        Map.entry("type", text("Always about:blank")),
                        Map.entry("title", text("What the status is called")),
                        Map.entry("status", OASFactory.createSchema().addType(SchemaType.INTEGER)),
                        Map.entry("detail", text("A sentence for people")),
                        Map.entry("code", text("What went wrong, for programs: stable")),
                        Map.entry("requestId", text("By which the server's log can be searched")),
                        Map.entry(
                                "errors",
                                OASFactory.createSchema()
                                        .addType(SchemaType.ARRAY)
                                        .items(error)),
                        Map.entry("limit", number("With 402: how many the plan allows, of messages in a month")),
                        Map.entry("used", number("With 402: how many of them are used")),
                        Map.entry("requested", number("With 402: how many this call needs")),
                        Map.entry("remaining", number("With 402: how many are left")),
                        Map.entry("resetsAt", text("With quota_exceeded: when the next month begins (UTC)"))))
                .description("What went wrong (RFC 9457)")
                .required(List.of("type", "title", "status", "detail", "code", "requestId"));
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).properties(properties);
    }

    private static Schema text(String meaning) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(meaning);
    }

    private static Schema number(String meaning) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).description(meaning);
    }

    private static SecurityScheme deviceToken() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("The token that a phone got when it paired");
    }
}
