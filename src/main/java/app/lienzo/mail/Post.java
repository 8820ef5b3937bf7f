package app.lienzo.mail;

import app.lienzo.branding.BrandPictures;
import app.lienzo.branding.BrandService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Knows by which server and in whose name mails of the organization at hand go out.
@ApplicationScoped
class Post {
    private final MailSettings settings;
    private final Relay relay;
    private final BrandService brands;
    private final BrandPictures pictures;
    private final SenderGate gate;
    private final Links links;
    private final Scope scope;
    private final Sites sites;
    private final MailConfig config;

    Post(
            MailSettings settings,
            Relay relay,
            BrandService brands,
            BrandPictures pictures,
            SenderGate gate,
            Links links,
            Scope scope,
            Sites sites,
            MailConfig config) {
        this.settings = settings;
        this.relay = relay;
        this.brands = brands;
        this.pictures = pictures;
        this.gate = gate;
        this.links = links;
        this.scope = scope;
        this.sites = sites;
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

    /// The organization's own address as soon as the world believes it, or as long as it brings its own server:
    /// then that is its choice. The installation's in all other cases.
    Sending sending(MailSettings.Row own) {
        if (own.from() == null) return new Sending(neutral(), false, answers(own, neutral()), null);
        var standing = gate.of(own.from());
        return standing.proved() || own.host() != null
                ? new Sending(own.from(), false, answers(own, own.from()), standing.signature())
                : new Sending(neutral(), true, answers(own, neutral()), null);
    }

    Sending sending() {
        return sending(settings.get());
    }

    /// What the operator named, or an address at the organization's name below the installation's host: nobody
    /// has to prove anything for it.
    private String neutral() {
        return config.from()
                .filter(from -> !from.isBlank())
                .orElseGet(() -> "no-reply@" + sites.platformName(scope.organization()));
    }

    private @Nullable String answers(MailSettings.Row own, String sender) {
        var support = brands.current().supportEmail();
        return Stream.of(own.replyTo(), support, own.from())
                .filter(Objects::nonNull)
                .findFirst()
                .filter(address -> !address.equalsIgnoreCase(sender))
                .flatMap(EmailAddress::read)
                .orElse(null);
    }

    /// The server that mails of the organization at hand go to; empty when there is none.
    Optional<RelaySettings> relay() {
        var own = settings.get().relay();
        return own == null ? installation() : Optional.of(own);
    }

    /// @return false when there is no server
    /// @throws DeliveryFailed when the server did not take it
    boolean send(Outbox.Waiting mail, Sheet sheet) throws DeliveryFailed {
        var own = settings.get();
        var server = own.relay() == null ? installation().orElse(null) : own.relay();
        if (server == null) return false;
        var sending = sending(own);
        send(
                server,
                sending,
                letter(sending, mail.to(), mail.toName(), mail.language(), mail.messageId(), mail.createdAt(), sheet));
        return true;
    }

    void send(RelaySettings server, Sending sending, MimeLetter letter) throws DeliveryFailed {
        relay.send(server, links.to("/").getHost(), sending.address(), session -> {
            var message = letter.in(session);
            return sending.signature() == null ? message : Dkim.signed(message, sending.signature());
        });
    }

    MimeLetter letter(
            Sending sending,
            String to,
            String toName,
            String language,
            String messageId,
            Instant written,
            Sheet sheet) {
        var brand = brands.current();
        return new MimeLetter(
                sending.address(),
                brand.name(),
                sending.answers(),
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
}
