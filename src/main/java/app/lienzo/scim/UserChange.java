package app.lienzo.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A PATCH (RFC 7644, section 3.5.2), in the RFC's form and in those that Microsoft Entra ID and Okta
/// send: operations in capitals, an object without a path, paths as its keys, and
/// `emails[type eq "work"].value`.
final class UserChange {
    private static final String EXTENSION = "urn:";

    private UserChange() {}

    /// Applies all operations to a draft.
    ///
    /// @throws ScimRefused `invalidSyntax`, `invalidPath`, `invalidValue`, `noTarget`; then nothing counts
    static void apply(JsonNode body, UserDraft draft, int operationsMax) {
        var operations = field(body, "operations");
        if (operations == null || !operations.isArray() || operations.isEmpty())
            throw ScimRefused.invalidSyntax("A change has a list of Operations.");
        if (operations.size() > operationsMax)
            throw new ScimRefused(400, "tooMany", "A change has at most " + operationsMax + " operations.");
        for (var operation : operations) apply(operation, draft);
    }

    private static void apply(JsonNode operation, UserDraft draft) {
        var op = text(operation, "op").toLowerCase(Locale.ROOT);
        var path = field(operation, "path") == null ? "" : text(operation, "path");
        var value = field(operation, "value");
        switch (op) {
            case "add", "replace" -> {
                if (value == null) throw ScimRefused.invalidValue("The operation needs a value.");
                if (path.isEmpty()) each(value, draft);
                else set(path, value, draft);
            }
            case "remove" -> {
                if (path.isEmpty()) throw new ScimRefused(400, "noTarget", "What is removed is named by a path.");
                set(path, null, draft);
            }
            default -> throw ScimRefused.invalidSyntax("op is add, replace or remove.");
        }
    }

    private static void each(JsonNode value, UserDraft draft) {
        if (!value.isObject()) throw ScimRefused.invalidValue("Without a path the value is an object.");
        value.properties().forEach(field -> set(field.getKey(), field.getValue(), draft));
    }

    private static void set(String path, @Nullable JsonNode value, UserDraft draft) {
        var names = names(path);
        // What an extension says of a user is heard and forgotten.
        if (names.isEmpty()) return;
        if (value == null && names.equals("username"))
            throw new ScimRefused(400, "mutability", "A user has a userName.");
        draft.set(names, value == null || value.isNull() ? null : value);
    }

    /// The attributes of a path in small letters; empty for an extension's.
    private static String names(String written) {
        var path = parsed(written);
        var urn = path.getSchemaUrn();
        if (urn != null && !urn.equalsIgnoreCase(ScimUser.SCHEMA)) return "";
        if (path.isRoot()) {
            if (written.toLowerCase(Locale.ROOT).startsWith(EXTENSION)) return "";
            throw ScimRefused.invalidPath("The path is empty.");
        }
        var names = new StringBuilder();
        for (var element : path) {
            if (!names.isEmpty()) names.append('.');
            names.append(element.getAttribute().toLowerCase(Locale.ROOT));
        }
        return names.toString();
    }

    private static Path parsed(String path) {
        try {
            if (path.length() > 300) throw ScimRefused.invalidPath("The path is too long.");
            return Path.fromString(path);
        } catch (ScimException | IllegalArgumentException e) {
            throw ScimRefused.invalidPath("The path cannot be read.");
        }
    }

    private static String text(JsonNode operation, String name) {
        var value = field(operation, name);
        if (value == null || !value.isTextual()) throw ScimRefused.invalidSyntax(name + " is a text.");
        return value.textValue();
    }

    /// Names of attributes are no matter of capitals.
    private static @Nullable JsonNode field(JsonNode object, String name) {
        return object.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
