package app.lienzo.recovery;

import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.SignInMethod;
import app.lienzo.identity.SignInStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Whoever signs in with a password that somebody else gave him chooses his own first. Comes last: who has
/// not shown his second factor changes no password.
@ApplicationScoped
class TemporaryPassword implements SignInStep {
    private static final int LAST = 900;

    private final AccountService accounts;

    TemporaryPassword(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<String> pageAfter(MemberView member, SignInMethod method, UUID session) {
        return method == SignInMethod.PASSWORD && accounts.hasTemporaryPassword(member.id())
                ? Optional.of(LinkPaths.OWN_PASSWORD)
                : Optional.empty();
    }

    @Override
    public int position() {
        return LAST;
    }
}
