package app.lienzo.secondfactor;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;

/// Attempts that no longer count are forgotten.
@ApplicationScoped
class ForgetOldAttempts implements Chore {
    private final CodeAttempts attempts;

    ForgetOldAttempts(CodeAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return "forget-code-attempts";
    }

    @Override
    public void run() {
        attempts.forget();
    }
}
