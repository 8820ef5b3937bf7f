package app.lienzo.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A connection to the mail server of the organization at hand over which many mails go, one after the other.
public final class BulletinLine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BulletinLine.class);
    private static final int PERMANENT = 500;

    private final BulletinService service;
    private final int perConnectionMax;
    private final Sending sending;
    private final Optional<RelaySettings> relay;
    private @Nullable Session session;
    private @Nullable Transport transport;
    private int sent;

    BulletinLine(BulletinService service, int perConnectionMax) {
        this.service = service;
        this.perConnectionMax = perConnectionMax;
        this.sending = service.post().sending();
        this.relay = service.post().relay();
    }

    /// Hands one over. Says honestly when it cannot know whether the server has it.
    public BulletinFate send(Bulletin bulletin) {
        var sheet = service.sheet(bulletin);
        var letter = service.letter(bulletin, sheet.subject());
        if (relay.isEmpty() && !service.shown().on()) return BulletinFate.UNREACHABLE;
        try {
            if (relay.isPresent() && !connected()) return BulletinFate.UNREACHABLE;
            if (relay.isPresent()) hand(bulletin, letter, sheet);
            show(letter, sheet);
            return BulletinFate.TAKEN;
        } catch (MessagingException e) {
            LOG.infof("Bulletin %s: %s", bulletin.id(), DeliveryFailed.of(e).problem());
            close();
            return fate(e);
        }
    }

    private boolean connected() {
        if (transport != null && sent < perConnectionMax && transport.isConnected()) return true;
        close();
        try {
            session = service.relay().session(relay.orElseThrow(), service.greeting(), sending.address());
            transport = service.relay().connected(session, relay.orElseThrow());
            sent = 0;
            return true;
        } catch (DeliveryFailed failed) {
            LOG.infof("No way to the mail server: %s", failed.problem());
            close();
            return false;
        }
    }

    private void hand(Bulletin bulletin, Outbox.Waiting letter, Sheet sheet) throws MessagingException {
        if (session == null || transport == null) throw new IllegalStateException("Not connected");
        var message = service.post()
                .letter(
                        sending,
                        letter.to(),
                        letter.toName(),
                        letter.language(),
                        letter.messageId(),
                        letter.createdAt(),
                        sheet)
                .in(session);
        for (var header : service.headers(bulletin).entrySet()) message.setHeader(header.getKey(), header.getValue());
        MimeMessage signed = sending.signature() == null ? message : Dkim.signed(message, sending.signature());
        transport.sendMessage(signed, signed.getAllRecipients());
        sent++;
    }

    private void show(Outbox.Waiting letter, Sheet sheet) {
        if (!service.shown().on()) return;
        QuarkusTransaction.requiringNew().run(() -> service.shown().add(letter, sheet, sending.address()));
    }

    /// An answer with a number is an answer; everything else may have happened at any moment.
    private static BulletinFate fate(MessagingException thrown) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            int code = switch (cause) {
                case SMTPAddressFailedException refused -> refused.getReturnCode();
                case SMTPSenderFailedException refused -> refused.getReturnCode();
                case SMTPSendFailedException refused -> refused.getReturnCode();
                default -> 0;
            };
            if (code >= PERMANENT) return BulletinFate.REFUSED;
            if (code >= 400) return BulletinFate.DEFERRED;
        }
        return BulletinFate.UNKNOWN;
    }

    private static @Nullable Throwable next(Throwable thrown) {
        if (thrown.getCause() != null) return thrown.getCause();
        return thrown instanceof MessagingException chained ? chained.getNextException() : null;
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.debugf("Closing a connection: %s", e.getMessage());
            }
        }
        transport = null;
    }
}
