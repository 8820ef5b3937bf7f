package app.lienzo.ui.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/// Bodies of requests are read to the letter: a property that the record does not have is a mistake of whoever sends
/// it, and what he meant by it would be lost without a word. What we read from elsewhere (directories, jobs of an older
/// version) is read by the common mapper, which lets such properties pass; records that strangers' pages of any age
/// send
/// say `@JsonIgnoreProperties(ignoreUnknown = true)`.
@Provider
public class StrictBodies implements ContextResolver<ObjectMapper> {
    private final ObjectMapper strict;

    StrictBodies(ObjectMapper common) {
        strict = common.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return strict;
    }
}
