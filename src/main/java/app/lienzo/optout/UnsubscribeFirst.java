package app.lienzo.optout;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.spaces.InvitationGuard;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Before the organization is off the list, whoever is invited comes onto it: that is said, and has to be wanted.
@ApplicationScoped
class UnsubscribeFirst implements InvitationGuard {
    private static final String WORDS = "optout";
    private static final int OWNERS_NAMED_MAX = 3;

    private final OptOuts requests;
    private final MemberService members;
    private final AuditTrail audit;
    private final Scope scope;

    UnsubscribeFirst(OptOuts requests, MemberService members, AuditTrail audit, Scope scope) {
        this.requests = requests;
        this.members = members;
        this.audit = audit;
        this.scope = scope;
    }

    @Override
    public Optional<Warning> warning(SignedIn reader, Locale language) {
        if (scope.organization().platform()) return Optional.empty();
        var state = requests.own().map(OptOutView::state);
        if (state.equals(Optional.of(OptOutState.DONE))) return Optional.empty();
        var text = Words.text(
                WORDS, language, state.map(known -> "guard-" + known.name()).orElse("guard-never"));
        return Optional.of(
                reader.may(Permission.ORGANIZATION_SETTINGS)
                        ? new Warning(text, OptOutMails.OWN_PATH, Words.text(WORDS, language, "guard-link"))
                        : new Warning(text, null, Words.text(WORDS, language, "guard-ask", owners())));
    }

    @Override
    public void overridden(SignedIn by, UUID member) {
        audit.record(by.actor(), "optout-warning-overridden", "member", member);
    }

    /// Whom to ask who may not ask for it himself.
    private String owners() {
        var query = new MemberQuery(null, OrganizationRole.OWNER, true, null, null, OWNERS_NAMED_MAX);
        return members.search(query).stream().map(MemberView::name).collect(Collectors.joining(", "));
    }
}
