package app.lienzo.mail;

import app.lienzo.tenancy.Vault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/// How the content of a mail lies in the outbox: sealed, because a link in it may open an account.
@ApplicationScoped
class SealedSheet {
    private static final String PURPOSE = "mail";

    private final Vault vault;
    private final ObjectMapper json;

    SealedSheet(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(Sheet sheet) {
        try {
            return vault.seal(PURPOSE, json.writeValueAsString(sheet));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Sheet open(byte[] content) {
        try {
            return json.readValue(vault.open(PURPOSE, content), Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
