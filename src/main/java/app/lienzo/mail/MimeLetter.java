package app.lienzo.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mail in the form in which it travels (RFC 5322, MIME). The library encodes what does not fit into
/// ASCII and quotes what would mean something.
///
/// @param messageId the same for every attempt, so that who gets it twice sees it once
/// @param pictures PNG by their name in the HTML
record MimeLetter(
        String from,
        String fromName,
        @Nullable String replyTo,
        String to,
        String toName,
        String language,
        String messageId,
        Instant written,
        Sheet sheet,
        Map<String, byte[]> pictures) {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    MimeMessage in(Session session) {
        try {
            var message = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", messageId);
                }
            };
            message.setFrom(address(from, fromName));
            message.setRecipient(Message.RecipientType.TO, address(to, toName));
            if (replyTo != null) message.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo, true)});
            message.setSubject(literal(sheet.subject()), UTF_8);
            message.setSentDate(Date.from(written));
            message.setHeader("Content-Language", language);
            // RFC 3834, and what Exchange understands: no out-of-office answers to machines.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setContent(content());
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("A mail that cannot be written", e);
        }
    }

    private static InternetAddress address(String address, String name)
            throws MessagingException, UnsupportedEncodingException {
        var written = new InternetAddress(address, true);
        if (!name.isEmpty()) written.setPersonal(literal(name), UTF_8);
        return written;
    }

    /// Who writes an encoded word (RFC 2047) as his name would have it decoded by the receiver, with line ends
    /// in it. An invisible space keeps it text.
    private static String literal(String text) {
        return text.replace("=?", "=\u200b?");
    }

    private MimeMultipart content() throws MessagingException {
        var html = text(withPictureIds(), "html");
        var alternatives = new MimeMultipart("alternative", text(sheet.text(), "plain"));
        if (pictures.isEmpty()) {
            alternatives.addBodyPart(html);
            return alternatives;
        }
        var related = new MimeMultipart("related", html);
        for (var picture : pictures.entrySet()) related.addBodyPart(picture(picture.getKey(), picture.getValue()));
        var whole = new MimeBodyPart();
        whole.setContent(related);
        alternatives.addBodyPart(whole);
        return alternatives;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text.replace("\n", "\r\n"), UTF_8, kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private MimeBodyPart picture(String name, byte[] png) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        part.setContentID("<" + id(name) + ">");
        part.setDisposition(MimeBodyPart.INLINE);
        part.setFileName(name + ".png");
        return part;
    }

    private String withPictureIds() {
        var html = sheet.html();
        for (var name : pictures.keySet()) html = html.replace("\"cid:" + name + "\"", "\"cid:" + id(name) + "\"");
        return html;
    }

    private String id(String name) {
        return name + "." + messageId.substring(1, messageId.length() - 1);
    }
}
