package app.lienzo.secondfactor;

import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SessionView;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Whether it is really him who sits there: his password, or for who has none a sign-in of just now.
@ApplicationScoped
class FreshProof {
    private final MemberService members;
    private final AccountService accounts;
    private final SessionService sessions;
    private final CodeAttempts attempts;
    private final Clock clock;
    private final SecondFactorConfig config;

    FreshProof(
            MemberService members,
            AccountService accounts,
            SessionService sessions,
            CodeAttempts attempts,
            Clock clock,
            SecondFactorConfig config) {
        this.members = members;
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
        this.config = config;
    }

    /// @throws Refused `password-not-yours`, `sign-in-not-fresh`, `code-too-often`
    void require(SignedIn me, String password, String address) {
        if (members.require(me.member()).hasPassword()) requirePassword(me, password, address);
        else requireNewSession(me);
    }

    private void requirePassword(SignedIn me, String password, String address) {
        var attempt = attempts.begin(me.member(), address);
        if (!accounts.isPassword(me.member(), password)) throw Refused.invalid("password-not-yours");
        attempts.forgive(attempt);
    }

    private void requireNewSession(SignedIn me) {
        var since = clock.instant().minus(config.sessionFresh());
        if (sessions.of(me).stream()
                .filter(SessionView::current)
                .noneMatch(session -> session.createdAt().isAfter(since))) throw Refused.invalid("sign-in-not-fresh");
    }
}
