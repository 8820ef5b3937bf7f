package app.lienzo.recovery;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.HashedPassword;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door for whoever follows a mailed link. Looking at it changes nothing; using it does, once.
@ApplicationScoped
public class LinkService {
    private static final int TOKEN_MAX = 100;

    private final AccountLinks links;
    private final AccountService accounts;
    private final MemberService members;
    private final Clock clock;

    LinkService(AccountLinks links, AccountService accounts, MemberService members, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.members = members;
        this.clock = clock;
    }

    /// The link this token belongs to; nothing for one that is used, ended, foreign, or none at all.
    public Optional<LinkView> find(@Nullable String token) {
        if (token == null || token.isEmpty() || token.length() > TOKEN_MAX) return Optional.empty();
        return links.usable(token, clock.instant())
                .flatMap(link -> members.find(link.member())
                        .filter(MemberView::active)
                        .map(member -> new LinkView(link.id(), link.purpose(), member, link.address())));
    }

    /// Sets the password of the link's member, who is whoever got the mail.
    ///
    /// @param userName or the e-mail address: typed so that nobody sets another account's password by mistake
    /// @return the member
    /// @throws Refused `link-unusable`, `link-user-name-other`, `password-weak`
    public UUID setPassword(String token, String userName, String password) {
        var link = find(token).filter(found -> found.purpose().setsPassword()).orElseThrow(LinkService::unusable);
        var member = link.member();
        if (!means(userName, member)) throw Refused.invalid("link-user-name-other");
        // Hashing takes its time, which no transaction should span.
        var hashed = accounts.hashed(password);
        QuarkusTransaction.requiringNew().run(() -> use(link, hashed));
        return member.id();
    }

    /// Makes the link's address the member's own.
    ///
    /// @param me who is signed in at the browser; keeps this session if he is the link's member
    /// @return the address
    /// @throws Refused `link-unusable`, `email-taken`
    public String confirmEmail(String token, @Nullable SignedIn me) {
        var link = find(token).orElseThrow(LinkService::unusable);
        var address = link.address();
        if (address == null) throw unusable();
        var member = link.member();
        var kept = me != null && me.member().equals(member.id()) ? me.session() : null;
        QuarkusTransaction.requiringNew().run(() -> {
            if (!links.use(link.id(), clock.instant())) throw unusable();
            accounts.changeEmail(himself(member), member.id(), address, kept);
        });
        return address;
    }

    /// Whether what was typed names the member.
    public boolean means(String userName, MemberView member) {
        return members.knownAs(userName).stream().anyMatch(known -> known.id().equals(member.id()));
    }

    private void use(LinkView link, HashedPassword password) {
        if (!links.use(link.id(), clock.instant())) throw unusable();
        var member = link.member();
        accounts.changePassword(himself(member), member.id(), password, false, null);
    }

    private static Actor himself(MemberView member) {
        return new Actor(member.id(), member.name(), null);
    }

    private static Refused unusable() {
        return Refused.conflict("link-unusable");
    }
}
