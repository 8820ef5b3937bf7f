package app.lienzo.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Hands mails of the outbox to a server.
@ApplicationScoped
class MailDelivery {
    void attempt(UUID id) {}
}
