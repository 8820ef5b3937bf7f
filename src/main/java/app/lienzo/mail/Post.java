package app.lienzo.mail;

import app.lienzo.branding.BrandPictures;
import app.lienzo.branding.BrandService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows by which server and in whose name mails of the organization at hand go out.
@ApplicationScoped
class Post {
    private final MailSettings settings;
    private final Relay relay;
    private final BrandService brands;
    private final BrandPictures pictures;
    private final Links links;
    private final MailConfig config;

    Post(
            MailSettings settings,
            Relay relay,
            BrandService brands,
            BrandPictures pictures,
            Links links,
            MailConfig config) {
        this.settings = settings;
        this.relay = relay;
        this.brands = brands;
        this.pictures = pictures;
        this.links = links;
        this.config = config;
    }

    /// The installation's server; empty when it has none.
    Optional<RelaySettings> installation() {
        return config.smtpHost()
                .filter(host -> !host.isBlank())
                .map(host -> new RelaySettings(
                        host,
                        config.smtpPort(),
                        config.smtpSecurity(),
                        config.smtpUser().filter(user -> !user.isBlank()).orElse(null),
                        config.smtpPassword().orElse(null),
                        false));
    }

    /// The organization's own address, the installation's, or one at the organization's host.
    String sender(MailSettings.Row own) {
        if (own.from() != null) return own.from();
        return config.from()
                .filter(from -> !from.isBlank())
                .orElseGet(() -> "no-reply@" + links.to("/").getHost());
    }

    String sender() {
        return sender(settings.get());
    }

    /// @return false when there is no server
    /// @throws DeliveryFailed when the server did not take it
    boolean send(Outbox.Waiting mail, Sheet sheet) throws DeliveryFailed {
        var own = settings.get();
        var server = own.relay() == null ? installation().orElse(null) : own.relay();
        if (server == null) return false;
        send(
                server,
                own,
                letter(own, mail.to(), mail.toName(), mail.language(), mail.messageId(), mail.createdAt(), sheet));
        return true;
    }

    void send(RelaySettings server, MailSettings.Row own, MimeLetter letter) throws DeliveryFailed {
        var sender = sender(own);
        relay.send(server, links.to("/").getHost(), sender, session -> {
            var message = letter.in(session);
            var key = own.dkimPrivate();
            return own.dkimOn() && key != null && own.dkimSelector() != null
                    ? Dkim.signed(message, EmailAddress.domain(sender), own.dkimSelector(), key)
                    : message;
        });
    }

    MimeLetter letter(
            MailSettings.Row own,
            String to,
            String toName,
            String language,
            String messageId,
            Instant written,
            Sheet sheet) {
        var brand = brands.current();
        var sender = sender(own);
        return new MimeLetter(
                sender,
                brand.name(),
                replyTo(brand.supportEmail(), sender),
                to,
                toName,
                language,
                messageId,
                written,
                sheet,
                pictures());
    }

    /// The pictures that mails refer to.
    Map<String, byte[]> pictures() {
        var brand = brands.current();
        var found = new LinkedHashMap<String, byte[]>();
        if (brand.logo() != null) {
            found.put(Sheet.LOGO, pictures.logo(brand));
            if (brand.logoDark() != null) found.put(Sheet.LOGO_DARK, pictures.logoDark(brand));
        }
        return found;
    }

    private static @Nullable String replyTo(@Nullable String support, String sender) {
        return support == null || support.equalsIgnoreCase(sender)
                ? null
                : EmailAddress.read(support).orElse(null);
    }
}
