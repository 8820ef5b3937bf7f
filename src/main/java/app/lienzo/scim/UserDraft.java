package app.lienzo.scim;

import app.lienzo.kernel.SafeText;
import app.lienzo.ui.Languages;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A user while a directory changes him: every attribute is set by its path, in whatever of the known
/// shapes the value comes.
final class UserDraft {
    private static final int TEXT_MAX = 254;

    /// What the RFC's schema has and we do not keep: said of a user, it is heard and forgotten.
    private static final Set<String> NOT_KEPT = Set.of(
            "nickname",
            "profileurl",
            "title",
            "usertype",
            "locale",
            "password",
            "ims",
            "photos",
            "addresses",
            "groups",
            "entitlements",
            "roles",
            "x509certificates",
            "meta",
            "id",
            "schemas");

    private static final Set<String> NAMES = Set.of("honorificprefix", "honorificsuffix", "middlename");

    @Nullable
    String userName;

    @Nullable
    String externalId;

    @Nullable
    String displayName;

    @Nullable
    String formatted;

    @Nullable
    String givenName;

    @Nullable
    String familyName;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String language;

    @Nullable
    String timeZone;

    boolean active = true;

    static UserDraft of(ScimUser user) {
        var draft = new UserDraft();
        draft.userName = user.userName();
        draft.externalId = user.externalId();
        draft.givenName = user.givenName();
        draft.familyName = user.familyName();
        draft.email = user.email();
        draft.phone = user.phone();
        draft.language = user.language();
        draft.timeZone = user.timeZone();
        draft.active = user.active();
        return draft;
    }

    /// A whole user, as POST and PUT bring him. `id`, `meta` and what we do not keep are passed over.
    ///
    /// @throws ScimRefused `invalidSyntax`, `invalidValue`
    static UserDraft read(JsonNode body) {
        if (!body.isObject()) throw ScimRefused.invalidSyntax("A user is a JSON object.");
        var draft = new UserDraft();
        body.properties().forEach(field -> {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (!name.startsWith("urn:") && known(name)) draft.set(name, field.getValue());
        });
        return draft;
    }

    /// @param path in small letters, without filters: `name.givenname`, `emails`, `emails.value`
    /// @param value null to have none
    /// @throws ScimRefused `invalidPath`, `invalidValue`, `mutability`
    void set(String path, @Nullable JsonNode value) {
        switch (path) {
            case "username" -> userName = text(path, value);
            case "externalid" -> externalId = text(path, value);
            case "displayname" -> displayName = text(path, value);
            case "active" -> active = value == null || flag(value);
            case "preferredlanguage" -> language = language(text(path, value));
            case "timezone" -> timeZone = text(path, value);
            case "name" -> names(value);
            case "name.formatted" -> formatted = text(path, value);
            case "name.givenname" -> {
                givenName = text(path, value);
                formatted = null;
            }
            case "name.familyname" -> {
                familyName = text(path, value);
                formatted = null;
            }
            case "emails", "emails.value" -> email = first(path, value);
            case "phonenumbers", "phonenumbers.value" -> phone = first(path, value);
            default -> {
                if (!passedOver(path)) throw ScimRefused.invalidPath("There is no attribute " + shown(path) + ".");
            }
        }
    }

    /// What he is called, by the best of what the directory says; null for nothing said.
    @Nullable
    String name() {
        if (displayName != null && !displayName.isBlank()) return displayName;
        if (formatted != null && !formatted.isBlank()) return formatted;
        var both = Stream.of(givenName, familyName)
                .filter(part -> part != null && !part.isBlank())
                .reduce((one, other) -> one + " " + other);
        return both.orElse(null);
    }

    private void names(@Nullable JsonNode value) {
        if (value == null) {
            formatted = null;
            givenName = null;
            familyName = null;
            return;
        }
        if (!value.isObject()) throw ScimRefused.invalidValue("name is an object.");
        value.properties().forEach(field -> {
            var name = "name." + field.getKey().toLowerCase(Locale.ROOT);
            if (!name.equals("name.formatted")) set(name, field.getValue());
        });
        value.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("formatted"))
                .forEach(field -> set("name.formatted", field.getValue()));
    }

    private static boolean known(String name) {
        return !NOT_KEPT.contains(name)
                && Set.of(
                                "username",
                                "externalid",
                                "displayname",
                                "active",
                                "preferredlanguage",
                                "timezone",
                                "name",
                                "emails",
                                "phonenumbers")
                        .contains(name);
    }

    private static boolean passedOver(String path) {
        int dot = path.indexOf('.');
        var first = dot < 0 ? path : path.substring(0, dot);
        var rest = dot < 0 ? "" : path.substring(dot + 1);
        if (first.equals("emails") || first.equals("phonenumbers"))
            return Set.of("type", "primary", "display").contains(rest);
        return NOT_KEPT.contains(first) || (first.equals("name") && NAMES.contains(rest));
    }

    /// Of several, the primary one, or that of work, or the first.
    private static @Nullable String first(String path, @Nullable JsonNode value) {
        if (value == null || value.isNull()) return null;
        if (value.isTextual()) return text(path, value);
        if (value.isObject()) return text(path, value.get("value"));
        if (!value.isArray()) throw ScimRefused.invalidValue(shown(path) + " is a list.");
        var all = StreamSupport.stream(value.spliterator(), false).toList();
        return all.stream()
                .filter(one -> one.path("primary").asBoolean(false))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> one.path("type").asText("").equalsIgnoreCase("work"))
                        .findFirst())
                .or(() -> all.stream().findFirst())
                .map(one -> one.isTextual() ? text(path, one) : text(path, one.get("value")))
                .orElse(null);
    }

    /// Entra ID sends truth values as texts.
    private static boolean flag(JsonNode value) {
        if (value.isBoolean()) return value.booleanValue();
        if (value.isTextual() && value.textValue().equalsIgnoreCase("true")) return true;
        if (value.isTextual() && value.textValue().equalsIgnoreCase("false")) return false;
        throw ScimRefused.invalidValue("active is true or false.");
    }

    /// `es-CO` is Spanish; what we do not speak is left to the browser.
    private static @Nullable String language(@Nullable String tag) {
        if (tag == null) return null;
        return Languages.offered(Locale.forLanguageTag(tag.replace('_', '-')).getLanguage())
                .map(Locale::getLanguage)
                .orElse(null);
    }

    private static @Nullable String text(String path, @Nullable JsonNode value) {
        if (value == null || value.isNull()) return null;
        if (!value.isTextual()) throw ScimRefused.invalidValue(shown(path) + " is a text.");
        var text = SafeText.line(value.textValue(), TEXT_MAX + 1);
        if (text.length() > TEXT_MAX)
            throw ScimRefused.invalidValue(shown(path) + " has at most " + TEXT_MAX + " characters.");
        return text.isEmpty() ? null : text;
    }

    private static String shown(String path) {
        return SafeText.line(path, 80);
    }
}
