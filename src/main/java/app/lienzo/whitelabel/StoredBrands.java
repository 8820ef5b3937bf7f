package app.lienzo.whitelabel;

import app.lienzo.branding.BrandDraft;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/// Brands as JSON: drafts and versions are read as a whole or not at all, and an old one stays readable when brands
/// learn something new.
@ApplicationScoped
class StoredBrands {
    private final ObjectMapper json;

    StoredBrands(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    String written(BrandDraft brand) {
        try {
            return json.writeValueAsString(brand);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    BrandDraft read(String content) {
        try {
            return json.readValue(content, BrandDraft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored brand cannot be read", e);
        }
    }
}
