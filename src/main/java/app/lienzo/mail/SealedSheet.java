package app.lienzo.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/// How the content of a mail lies in the outbox.
@ApplicationScoped
class SealedSheet {
    private final ObjectMapper json;

    SealedSheet(ObjectMapper json) {
        this.json = json;
    }

    byte[] seal(Sheet sheet) {
        try {
            return json.writeValueAsBytes(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Sheet open(byte[] content) {
        try {
            return json.readValue(content, Sheet.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
