package app.lienzo.marketing;

import app.lienzo.kernel.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// The door for whoever got a mail and has its link: it opens nothing but whether he gets more of them.
@ApplicationScoped
@Transactional
public class PreferenceService {
    /// Where the links of mails lead; the token follows.
    public static final String PATH = "/mailing/";

    private final Recipients recipients;
    private final SuppressionService suppressions;
    private final Clock clock;

    PreferenceService(Recipients recipients, SuppressionService suppressions, Clock clock) {
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /// Whether the owner of a link gets mail; nothing for a link that there is not.
    public Optional<Boolean> subscribed(String token) {
        return recipients.withToken(Secrets.hash(token)).map(hash -> !suppressions.suppressed(hash));
    }

    /// Takes its owner off the list. The same again changes nothing.
    ///
    /// @return false for a link that there is not
    public boolean unsubscribe(String token) {
        var hash = recipients.withToken(Secrets.hash(token));
        hash.ifPresent(suppressions::suppress);
        if (hash.isPresent()) recipients.unsubscribed(Secrets.hash(token), clock.instant());
        return hash.isPresent();
    }

    /// Puts him back, as far as it was he who left: what his organization asked for stays.
    public void subscribe(String token) {
        recipients.withToken(Secrets.hash(token)).ifPresent(suppressions::allow);
    }
}
