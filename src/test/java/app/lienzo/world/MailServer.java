package app.lienzo.world;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The mail server of the tests, started with the database: every mail that the product sends ends here, and at the end
/// of
/// the run in `target/test-mail`, where [app.lienzo.mail.MailLinksIT] looks at all of them.
@SuppressWarnings("NullAway.Init")
public final class MailServer {
    public static final Path FOLDER = Path.of("target", "test-mail");
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final List<MimeMessage> BEFORE = new ArrayList<>();
    private static int port;
    private static @Nullable GreenMail server;

    private MailServer() {}

    /// A mail as it arrived.
    public record Mail(MimeMessage message) {
        public String to() {
            try {
                return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }

        public String subject() {
            try {
                return String.valueOf(message.getSubject());
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }

        /// The first of this name; empty for none.
        public String header(String name) {
            try {
                var found = message.getHeader(name);
                return found == null ? "" : found[0];
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }

        public String html() {
            return part("text/html");
        }

        public String text() {
            return part("text/plain").replace("\r\n", "\n");
        }

        /// The address behind the button.
        public String link() {
            var found = java.util.regex.Pattern.compile("<td style=\"border-radius:10px[^>]*><a href=\"([^\"]+)\"")
                    .matcher(html());
            if (!found.find()) throw new AssertionError("No button in " + subject());
            return found.group(1).replace("&amp;", "&");
        }

        public byte[] raw() {
            var bytes = new ByteArrayOutputStream();
            try {
                message.writeTo(bytes);
            } catch (IOException | MessagingException e) {
                throw new AssertionError(e);
            }
            return bytes.toByteArray();
        }

        private String part(String type) {
            try {
                var found = find(message.getContent(), type);
                if (found == null) throw new AssertionError("No " + type + " in " + subject());
                return found;
            } catch (IOException | MessagingException e) {
                throw new AssertionError(e);
            }
        }

        private static @Nullable String find(Object content, String type) throws IOException, MessagingException {
            if (!(content instanceof Multipart parts)) return null;
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) return (String) part.getContent();
                var inner = find(part.getContent(), type);
                if (inner != null) return inner;
            }
            return null;
        }
    }

    static void open() {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /// Writes all that arrived where it can be looked at.
    static void close() {
        try {
            Files.createDirectories(FOLDER);
            try (var old = Files.list(FOLDER)) {
                for (var file : old.toList()) Files.delete(file);
            }
            var mails = all();
            for (int i = 0; i < mails.size(); i++) {
                Files.write(
                        FOLDER.resolve("%05d.eml".formatted(i)), mails.get(i).raw());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (server != null) server.stop();
    }

    public static int port() {
        return port;
    }

    public static synchronized void start() {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        server = new GreenMail(setup);
        server.start();
    }

    /// Nobody answers any more; what arrived stays here.
    public static synchronized void stop() {
        if (server == null) return;
        BEFORE.addAll(List.of(server.getReceivedMessages()));
        server.stop();
        server = null;
    }

    public static synchronized List<Mail> all() {
        var mails = new ArrayList<>(BEFORE);
        if (server != null) mails.addAll(List.of(server.getReceivedMessages()));
        return mails.stream().map(Mail::new).toList();
    }

    public static List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /// The newest mail to an address, as soon as there is one.
    public static Mail await(String address) {
        return await(address, _ -> true);
    }

    public static Mail await(String address, Predicate<Mail> wanted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = to(address).reversed().stream().filter(wanted).findFirst();
            if (found.isPresent()) return found.get();
            sleep();
        }
        throw new AssertionError("No such mail to " + address + "; there are "
                + to(address).stream().map(Mail::subject).toList());
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
