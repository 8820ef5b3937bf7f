package app.lienzo.optout;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.people.InvitationGuard;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/// Before the organization is off the list, whoever is invited comes onto it: that is said, and has to be wanted.
@ApplicationScoped
class UnsubscribeFirst implements InvitationGuard {
    private final OptOuts requests;
    private final AuditTrail audit;

    UnsubscribeFirst(OptOuts requests, AuditTrail audit) {
        this.requests = requests;
        this.audit = audit;
    }

    @Override
    public Optional<Warning> warning(Locale language) {
        var state = requests.own().map(OptOutView::state);
        if (state.equals(Optional.of(OptOutState.DONE))) return Optional.empty();
        var key = state.map(known -> "guard-" + known.name()).orElse("guard-never");
        return Optional.of(new Warning(
                Words.text("optout", language, key),
                OptOutMails.OWN_PATH,
                Words.text("optout", language, "guard-link")));
    }

    @Override
    public void overridden(SignedIn by) {
        audit.record(by.actor(), "optout-warning-overridden", "optout", null);
    }
}
