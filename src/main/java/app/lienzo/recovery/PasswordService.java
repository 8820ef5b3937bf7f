package app.lienzo.recovery;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewSession;
import app.lienzo.identity.PasswordStrength;
import app.lienzo.identity.PendingSignIn;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// The door to one's own password. Nothing here runs in one transaction from end to end: hashing takes its
/// time, and a transaction would hold a connection meanwhile.
@ApplicationScoped
public class PasswordService {
    private final AccountService accounts;
    private final MemberService members;
    private final SessionService sessions;
    private final PasswordAttempts attempts;
    private final PasswordStrength strength;
    private final RequestPace pace;

    PasswordService(
            AccountService accounts,
            MemberService members,
            SessionService sessions,
            PasswordAttempts attempts,
            PasswordStrength strength,
            RequestPace pace) {
        this.accounts = accounts;
        this.members = members;
        this.sessions = sessions;
        this.attempts = attempts;
        this.strength = strength;
        this.pace = pace;
    }

    /// Changes one's own password; all other sessions end.
    ///
    /// @throws Refused `password-wrong`, `password-tried-too-often`, `password-weak`
    public void change(SignedIn me, String current, String password) {
        prove(me, current);
        var hashed = accounts.hashed(password);
        QuarkusTransaction.requiringNew()
                .run(() -> accounts.changePassword(me.actor(), me.member(), hashed, false, me.session()));
    }

    /// Asks for one's own password before something that a borrowed session must not do.
    ///
    /// @throws Refused `password-wrong`, `password-tried-too-often`
    public void prove(SignedIn me, String current) {
        var attempt = attempts.attempt(me);
        if (!isCurrent(me, current, attempt)) throw Refused.invalid("password-wrong");
        attempts.forgive(attempt);
    }

    /// Whether the member has a password that he could change.
    public boolean has(SignedIn me) {
        return members.require(me.member()).hasPassword();
    }

    /// Replaces a password that somebody else gave, and goes on signing in.
    ///
    /// @throws Refused `password-same`, `password-weak`
    public NewSession replace(PendingSignIn pending, String password, String address, String userAgent) {
        var member = pending.member();
        if (accounts.isPassword(member.id(), password)) throw Refused.invalid("password-same");
        var hashed = accounts.hashed(password);
        return QuarkusTransaction.requiringNew().call(() -> {
            var himself = new Actor(member.id(), member.name(), null);
            accounts.changePassword(himself, member.id(), hashed, false, pending.session());
            return sessions.goOn(pending, address, userAgent);
        });
    }

    /// How hard a password is to guess, from 0 to 4. Advice, never a condition; nothing is kept of it.
    ///
    /// @param userName what a guesser would try first
    /// @param address network address the question comes from
    /// @throws Refused `recovery-too-often`
    public int strength(String password, String userName, String address) {
        pace.countEstimate(address);
        return strength.of(password, userName);
    }

    /// Who was not even looked at, because too many came at once, has not failed.
    private boolean isCurrent(SignedIn me, String current, UUID attempt) {
        try {
            return accounts.isPassword(me.member(), current);
        } catch (Refused busy) {
            attempts.forgive(attempt);
            throw busy;
        }
    }
}
