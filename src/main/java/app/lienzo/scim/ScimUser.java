package app.lienzo.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member as directories see him.
record ScimUser(
        UUID id,
        String userName,
        String name,
        String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String timeZone,
        boolean active,
        @Nullable String externalId,
        @Nullable String givenName,
        @Nullable String familyName,
        Instant createdAt,
        Instant changedAt) {
    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    /// As it goes out (RFC 7643, section 4.1), without what only the edge knows: `meta.location` and
    /// `meta.version`.
    ObjectNode json() {
        var json = JsonUtils.getJsonNodeFactory().objectNode();
        json.putArray("schemas").add(SCHEMA);
        json.put("id", id.toString());
        put(json, "externalId", externalId);
        json.put("userName", userName);
        var names = json.putObject("name");
        names.put("formatted", name);
        put(names, "familyName", familyName);
        put(names, "givenName", givenName);
        json.put("displayName", name);
        put(json, "preferredLanguage", language);
        put(json, "timezone", timeZone);
        json.put("active", active);
        json.putArray("emails")
                .addObject()
                .put("value", email)
                .put("type", "work")
                .put("primary", true);
        if (phone != null)
            json.putArray("phoneNumbers").addObject().put("value", phone).put("type", "work");
        json.putObject("meta")
                .put("resourceType", "User")
                .put("created", createdAt.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("lastModified", changedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) json.put(name, value);
    }
}
