package app.lienzo.scim.web;

import app.lienzo.scim.ScimService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/// What we say of ourselves to directories (RFC 7643, sections 5 to 7).
@ApplicationScoped
class ScimDescription {
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String SCHEMAS = "urn:ietf:params:scim:schemas:core:2.0:";

    private final ScimService scim;

    ScimDescription(ScimService scim) {
        this.scim = scim;
    }

    ObjectNode config(String base) {
        var config = named("ServiceProviderConfig");
        config.putObject("patch").put("supported", true);
        config.putObject("bulk").put("supported", false).put("maxOperations", 0).put("maxPayloadSize", 0);
        config.putObject("filter")
                .put("supported", true)
                .put("maxResults", scim.limits().pageMax());
        config.putObject("changePassword").put("supported", false);
        config.putObject("sort").put("supported", false);
        config.putObject("etag").put("supported", true);
        config.putArray("authenticationSchemes")
                .addObject()
                .put("type", "oauthbearertoken")
                .put("name", "Bearer token")
                .put("description", "A token made by an owner of the organization (RFC 6750).")
                .put("primary", true);
        return located(config, "ServiceProviderConfig", base + "/ServiceProviderConfig");
    }

    ObjectNode type(String base) {
        var type = named("ResourceType");
        type.put("id", "User");
        type.put("name", "User");
        type.put("endpoint", "/Users");
        type.put("description", "A member of the organization");
        type.put("schema", USER);
        type.putArray("schemaExtensions");
        return located(type, "ResourceType", base + "/ResourceTypes/User");
    }

    ObjectNode schema(String base) {
        var schema = named("Schema");
        schema.put("id", USER);
        schema.put("name", "User");
        schema.put("description", "A member of the organization");
        var attributes = schema.putArray("attributes");
        text(attributes, "userName").put("required", true).put("uniqueness", "server");
        text(attributes, "externalId").put("caseExact", true);
        text(attributes, "displayName");
        var names = attribute(attributes, "name", "complex").putArray("subAttributes");
        for (var part : new String[] {"formatted", "familyName", "givenName"}) text(names, part);
        text(attributes, "preferredLanguage");
        text(attributes, "timezone");
        attribute(attributes, "active", "boolean");
        values(attributes, "emails");
        values(attributes, "phoneNumbers");
        return located(schema, "Schema", base + "/Schemas/" + USER);
    }

    ObjectNode listed(ObjectNode only) {
        var list = JsonNodeFactory.instance.objectNode();
        list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        list.put("totalResults", 1).put("startIndex", 1).put("itemsPerPage", 1);
        list.putArray("Resources").add(only);
        return list;
    }

    private static ObjectNode named(String schema) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(SCHEMAS + schema);
        return body;
    }

    private static ObjectNode located(ObjectNode body, String type, String location) {
        body.putObject("meta").put("resourceType", type).put("location", location);
        return body;
    }

    /// One is kept, of work; a list, because the schema has one.
    private static void values(ArrayNode attributes, String name) {
        var parts =
                attribute(attributes, name, "complex").put("multiValued", true).putArray("subAttributes");
        text(parts, "value");
        text(parts, "type");
        attribute(parts, "primary", "boolean");
    }

    private static ObjectNode text(ArrayNode attributes, String name) {
        return attribute(attributes, name, "string").put("caseExact", false);
    }

    private static ObjectNode attribute(ArrayNode attributes, String name, String type) {
        return attributes
                .addObject()
                .put("name", name)
                .put("type", type)
                .put("multiValued", false)
                .put("description", name)
                .put("required", false)
                .put("mutability", "readWrite")
                .put("returned", "default")
                .put("uniqueness", "none");
    }
}
