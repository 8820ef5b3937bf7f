package app.lienzo.tickets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks: a contact by his id, or by an address; whoever is not known by it yet becomes a contact.
public record Requester(@Nullable UUID contact, String email, String name) {
    public static Requester of(UUID contact) {
        return new Requester(contact, "", "");
    }

    public static Requester of(String email, String name) {
        return new Requester(null, email, name);
    }
}
