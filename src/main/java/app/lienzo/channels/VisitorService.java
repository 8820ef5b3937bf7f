package app.lienzo.channels;

import app.lienzo.contacts.AcquaintanceService;
import app.lienzo.contacts.ContactBlocked;
import app.lienzo.contacts.ContactForgotten;
import app.lienzo.contacts.ContactUnblocked;
import app.lienzo.conversations.CustomerPlaces;
import app.lienzo.conversations.Whereabouts;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to visitors: who gets a token, and whose a token is.
@ApplicationScoped
public class VisitorService implements CustomerPlaces {
    private static final int CACHE_MAX = 100_000;

    /// Told with `<organization> <contact>`, or `*` for any of its contacts.
    private static final String CHANGED = "visitor-contact";

    private record Key(String organization, UUID channel, String token) {}

    private final Cache<Key, VisitorView> known = Caffeine.newBuilder()
            .maximumSize(CACHE_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final AcquaintanceService contacts;
    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;
    private final Clock clock;

    VisitorService(AcquaintanceService contacts, TenantSql sql, Scope scope, Signals signals, Clock clock) {
        this.contacts = contacts;
        this.sql = sql;
        this.scope = scope;
        this.signals = signals;
        signals.listen(CHANGED, this::hear);
        this.clock = clock;
    }

    /// @param token the visitor's secret; shown this once, stored as a hash
    public record NewVisitor(String token, UUID visitor) {}

    /// Lets a browser in: anonymous, or as the contact whose signed identity it brings.
    @Transactional
    public NewVisitor admit(
            ChannelView channel, @Nullable SignedIdentity identity, String language, String page, String userAgent) {
        var contact = contact(channel, identity, language);
        var visitor = new NewVisitor(Secrets.token(), Ids.next());
        sql.update(
                """
                insert into lienzo.visitor (tenant_id, id, channel_id, contact_id, token_hash, page, user_agent, created_at, seen_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                visitor.visitor(),
                channel.id(),
                contact,
                Secrets.hash(visitor.token()),
                SafeText.line(page, 500),
                SafeText.line(userAgent, 300),
                clock.instant(),
                clock.instant());
        return visitor;
    }

    /// Whose token this is on this channel; nothing for another channel's.
    public Optional<VisitorView> find(ChannelView channel, String token) {
        if (token.length() > 100) return Optional.empty();
        var key = new Key(scope.organization().id(), channel.id(), token);
        var cached = known.getIfPresent(key);
        if (cached != null) return Optional.of(cached);
        var found = sql.first(
                """
                select v.id, v.contact_id, k.name, k.blocked_at is not null from lienzo.visitor v
                join lienzo.contact k on k.tenant_id = v.tenant_id and k.id = v.contact_id
                where v.token_hash = ? and v.channel_id = ?
                """,
                row -> new VisitorView(
                        scope.organization(),
                        row.getObject(1, UUID.class),
                        channel.id(),
                        channel.space(),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getBoolean(4)),
                Secrets.hash(token),
                channel.id());
        found.ifPresent(visitor -> known.put(key, visitor));
        return found;
    }

    /// The visitor says who he is. Nobody checks it: his name is shown, his address is kept as what he says, and
    /// neither opens anything of anybody.
    @Transactional
    public void introduce(VisitorView visitor, String name, String email) {
        contacts.say(visitor.contact(), name, email);
        signals.tell(CHANGED, scope.organization().id() + " " + visitor.contact());
    }

    void forgetBlocked(@Observes ContactBlocked blocked) {
        changed();
    }

    void forgetUnblocked(@Observes ContactUnblocked unblocked) {
        changed();
    }

    /// His browsers are strangers from here on.
    void forgetRemoved(@Observes ContactForgotten forgotten) {
        sql.update("delete from lienzo.visitor where contact_id = ?", forgotten.contact());
        changed();
    }

    /// Those who turned out to be him are blocked with him.
    private void changed() {
        signals.tell(CHANGED, scope.organization().id() + " *");
    }

    private void hear(String who) {
        if (who.isEmpty()) {
            known.invalidateAll();
            return;
        }
        int space = who.indexOf(' ');
        var organization = who.substring(0, space);
        var contact = who.substring(space + 1);
        known.asMap()
                .entrySet()
                .removeIf(entry -> entry.getKey().organization().equals(organization)
                        && (contact.equals("*")
                                || entry.getValue().contact().toString().equals(contact)));
    }

    /// The visitor is here, on a page of the site that embeds the chat.
    public void seen(VisitorView visitor, @Nullable String page) {
        sql.update(
                "update lienzo.visitor set seen_at = ?, page = coalesce(?::text, page) where id = ?",
                clock.instant(),
                page == null ? null : SafeText.line(page, 500),
                visitor.id());
        contacts.seen(visitor.contact());
    }

    @Override
    public Optional<Whereabouts> whereabouts(UUID contact) {
        return sql.first(
                "select page, user_agent from lienzo.visitor where contact_id = ? order by seen_at desc limit 1",
                row -> new Whereabouts(row.getString(1), row.getString(2)),
                contact);
    }

    /// A name without a signature makes nobody somebody: he stays a new contact who says so.
    private UUID contact(ChannelView channel, @Nullable SignedIdentity identity, String language) {
        if (identity != null && !identity.onlySaid())
            return identified(channel, identity.checked(channel.identitySecret()), language);
        var contact = contacts.createAnonymous(channel.space(), language);
        if (identity != null) contacts.say(contact, identity.name(), identity.email());
        return contact;
    }

    private UUID identified(ChannelView channel, SignedIdentity identity, String language) {
        return contacts.known(channel.space(), identity.id(), identity.name(), identity.email(), language, true);
    }
}
