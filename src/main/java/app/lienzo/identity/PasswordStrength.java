package app.lienzo.identity;

import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.Scope;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Estimates how many guesses a password takes.
@ApplicationScoped
public class PasswordStrength {
    /// The estimate takes ever longer with the length, and what is this long is strong or a repetition.
    private static final int LOOKED_AT_MAX = 64;

    private final Zxcvbn estimate = new Zxcvbn();
    private final Scope scope;

    PasswordStrength(Scope scope) {
        this.scope = scope;
    }

    /// From 0 (guessed at once) to 4.
    public int of(String password, String userName) {
        if (password.isEmpty()) return 0;
        var organization = scope.organization();
        var known = List.of(SafeText.cut(userName, LOOKED_AT_MAX), organization.name(), organization.slug());
        return estimate.measure(SafeText.cut(password, LOOKED_AT_MAX), known).getScore();
    }
}
