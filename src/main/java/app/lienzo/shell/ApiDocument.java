package app.lienzo.shell;

import app.lienzo.branding.BrandInTemplates;
import app.lienzo.tenancy.Links;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// The API's description (OpenAPI 3.1) as the build made it, cut down to `/api` and put under the brand
/// at hand.
@ApplicationScoped
public class ApiDocument {
    private static final String BUILT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final String PREFIX = "/api/";
    private static final String SCHEMA = "#/components/schemas/";

    private final ObjectNode common;
    private final BrandInTemplates brand;
    private final Links links;

    ApiDocument(ObjectMapper json, BrandInTemplates brand, Links links) {
        this.brand = brand;
        this.links = links;
        try (var stream = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(BUILT),
                "The build made no " + BUILT)) {
            common = (ObjectNode) json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ((ObjectNode) common.get("paths"))
                .properties()
                .removeIf(path -> !path.getKey().startsWith(PREFIX));
        common.remove("tags");
        for (var path : common.get("paths")) {
            for (var operation : path) if (operation instanceof ObjectNode written) written.remove("security");
        }
        keepUsedSchemas();
        closeInputs();
    }

    /// The description for the organization at hand.
    public ObjectNode ofOrganization() {
        var document = common.deepCopy();
        var info = document.putObject("info");
        info.put("title", brand.getName() + " API");
        info.put("version", "1");
        if (brand.getTermsUrl() != null) info.put("termsOfService", brand.getTermsUrl());
        if (brand.getSupportEmail() != null)
            info.putObject("contact").put("name", brand.getName()).put("email", brand.getSupportEmail());
        document.putArray("servers").addObject().put("url", links.origin());
        document.withObjectProperty("components")
                .withObjectProperty("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
        document.putArray("security").addObject().putArray("bearer");
        return document;
    }

    private void keepUsedSchemas() {
        var schemas = (ObjectNode) common.path("components").path("schemas");
        var used = new HashSet<String>();
        collect(common.get("paths"), schemas, used);
        schemas.retain(used);
    }

    /// What is sent has no properties but those named; what is answered may get more one day.
    private void closeInputs() {
        var schemas = (ObjectNode) common.path("components").path("schemas");
        var sent = new HashSet<String>();
        var answered = new HashSet<String>();
        for (var path : common.get("paths")) {
            for (var operation : path) {
                collect(operation.path("requestBody"), schemas, sent);
                collect(operation.path("responses"), schemas, answered);
            }
        }
        sent.removeAll(answered);
        for (var name : sent) {
            if (schemas.get(name) instanceof ObjectNode schema && schema.has("properties"))
                schema.put("additionalProperties", false);
        }
    }

    private static void collect(JsonNode node, ObjectNode schemas, Set<String> used) {
        var reference = node.path("$ref").asText("");
        if (reference.startsWith(SCHEMA) && used.add(reference.substring(SCHEMA.length()))) {
            collect(schemas.path(reference.substring(SCHEMA.length())), schemas, used);
        }
        for (var child : node) collect(child, schemas, used);
    }
}
