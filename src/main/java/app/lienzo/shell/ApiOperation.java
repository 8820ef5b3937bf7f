package app.lienzo.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// An operation of the API, ready to be read.
///
/// @param body pretty JSON schema of what is sent; empty when nothing is
public record ApiOperation(String method, String path, List<Parameter> parameters, String body, String answer) {

    /// @param in `path`, `query` or `header`
    public record Parameter(String name, String in, String type, boolean required) {}

    /// All operations of a description, by path.
    public static List<ApiOperation> of(JsonNode document) {
        var found = new ArrayList<ApiOperation>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var operation = method.getValue();
                    if (!operation.has("responses")) return;
                    found.add(new ApiOperation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            parameters(path.getValue().path("parameters"), operation.path("parameters")),
                            schema(document, operation.path("requestBody")),
                            answer(document, operation.path("responses"))));
                }));
        return found;
    }

    private static List<Parameter> parameters(JsonNode... lists) {
        var found = new ArrayList<Parameter>();
        for (var list : lists) {
            for (var parameter : list) {
                found.add(new Parameter(
                        parameter.path("name").asText(),
                        parameter.path("in").asText(),
                        type(parameter.path("schema")),
                        parameter.path("required").asBoolean()));
            }
        }
        return found;
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        var name = type.isArray() && !type.isEmpty() ? type.get(0).asText() : type.asText("string");
        return schema.has("format") ? name + " (" + schema.get("format").asText() + ")" : name;
    }

    private static String answer(JsonNode document, JsonNode responses) {
        return StreamSupport.stream(responses.spliterator(), false)
                .map(response -> schema(document, response))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String schema(JsonNode document, JsonNode holder) {
        var schema = holder.path("content").path("application/json").path("schema");
        if (schema.isMissingNode() || schema.isEmpty()) return "";
        var reference = schema.path("$ref").asText("");
        if (reference.isEmpty()) return schema.toPrettyString();
        return document.at(reference.substring(1)).toPrettyString();
    }
}
