package app.lienzo.mail;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Outbound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.function.Function;

/// Speaks SMTP.
@ApplicationScoped
class Relay {
    private final Outbound outbound;
    private final MailConfig config;

    Relay(Outbound outbound, MailConfig config) {
        this.outbound = outbound;
        this.config = config;
    }

    /// @param helloFrom the name we greet the server with: the organization's own
    /// @param sender who is told when the mail comes back
    /// @throws DeliveryFailed when the server did not take it
    void send(RelaySettings relay, String helloFrom, String sender, Function<Session, MimeMessage> mail)
            throws DeliveryFailed {
        var session = session(relay, helloFrom, sender);
        var message = mail.apply(session);
        try (var transport = connected(session, relay)) {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw DeliveryFailed.of(e);
        }
    }

    /// @throws DeliveryFailed for a port that organizations may not use
    Session session(RelaySettings relay, String helloFrom, String sender) throws DeliveryFailed {
        if (relay.own()
                && config.ports().map(ports -> !ports.contains(relay.port())).orElse(false)) {
            throw new DeliveryFailed(MailProblem.ADDRESS_REFUSED, null, false);
        }
        return Session.getInstance(properties(relay, helloFrom, sender));
    }

    /// @throws DeliveryFailed when the server cannot be reached or does not let us in
    Transport connected(Session session, RelaySettings relay) throws DeliveryFailed {
        try {
            var transport = session.getTransport("smtp");
            transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
            return transport;
        } catch (MessagingException e) {
            throw DeliveryFailed.of(e);
        } catch (Refused _) {
            throw new DeliveryFailed(MailProblem.ADDRESS_REFUSED, null, false);
        }
    }

    private Properties properties(RelaySettings relay, String helloFrom, String sender) {
        var properties = new Properties();
        var patience = Long.toString(config.patience().toMillis());
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.localhost", helloFrom);
        properties.put("mail.smtp.from", sender);
        properties.put("mail.smtp.auth", Boolean.toString(relay.user() != null));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        switch (relay.security()) {
            case NONE -> {}
            case OFFERED -> properties.put("mail.smtp.starttls.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        if (relay.own()) {
            var sockets = new GuardedSockets(outbound);
            properties.put("mail.smtp.socketFactory", sockets);
            properties.put("mail.smtp.ssl.socketFactory", sockets);
            // Otherwise the library connects without it where it fails.
            properties.put("mail.smtp.socketFactory.fallback", "false");
        }
        return properties;
    }
}
