package app.lienzo.operators;

import app.lienzo.audit.Actor;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.OrganizationOffice;
import app.lienzo.tenancy.OrganizationRecord;
import app.lienzo.tenancy.OrganizationRegister;
import app.lienzo.tenancy.OrganizationState;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The door to the organizations for operators: looking through them, closing and opening their
/// hosts, their plan.
@ApplicationScoped
public class OrganizationCareService {
    public static final int PAGE_MAX = 100;
    private static final int REASON_MIN = 3;
    private static final int REASON_MAX = 1_000;
    private static final int TEXT_MAX = 120;

    private final OrganizationRegister register;
    private final OrganizationOffice office;
    private final Journal journal;
    private final Scope scope;
    private final OperatorConfig config;

    OrganizationCareService(
            OrganizationRegister register,
            OrganizationOffice office,
            Journal journal,
            Scope scope,
            OperatorConfig config) {
        this.register = register;
        this.office = office;
        this.journal = journal;
        this.scope = scope;
        this.config = config;
    }

    /// A page of organizations by slug.
    ///
    /// @throws Refused `limit-invalid`
    public List<OrganizationRecord> search(SignedIn me, OrganizationRegister.Query query) {
        require(me);
        if (query.limit() < 1 || query.limit() > PAGE_MAX + 1) throw Refused.invalid("limit-invalid", PAGE_MAX);
        var text = query.text() == null ? "" : SafeText.line(query.text(), TEXT_MAX);
        return register.search(new OrganizationRegister.Query(
                text.isEmpty() ? null : text, query.plan(), query.state(), query.after(), query.limit()));
    }

    public OrganizationRegister.Count count(SignedIn me) {
        require(me);
        return register.count();
    }

    /// @throws Refused not found
    public OrganizationRecord require(SignedIn me, String id) {
        require(me);
        return register.find(id).orElseThrow(Refused::notFound);
    }

    /// What operators did to it, the newest first.
    public List<JournalLine> journal(SignedIn me, String id) {
        return journal.of(require(me, id).organization().id(), config.journalMax());
    }

    /// Closes its hosts to people: sessions and streams end, and what customers write is kept.
    ///
    /// @param seen the version that was looked at
    /// @throws Refused `reason-missing`, `organization-outdated`, `organization-suspended-already`
    public OrganizationRecord suspend(SignedIn me, String id, int seen, String reason) {
        var found = require(me, id);
        if (found.suspended()) throw Refused.conflict("organization-suspended-already");
        change(me, found, seen, found.organization().plan(), OrganizationState.SUSPENDED, reason);
        return require(me, id);
    }

    /// Opens them again.
    ///
    /// @throws Refused `reason-missing`, `organization-outdated`, `organization-active-already`
    public OrganizationRecord resume(SignedIn me, String id, int seen, String reason) {
        var found = require(me, id);
        if (!found.suspended()) throw Refused.conflict("organization-active-already");
        change(me, found, seen, found.organization().plan(), OrganizationState.ACTIVE, reason);
        return require(me, id);
    }

    /// @throws Refused `reason-missing`, `organization-outdated`, `plan-same`
    public OrganizationRecord changePlan(SignedIn me, String id, int seen, Plan plan, String reason) {
        var found = require(me, id);
        if (found.organization().plan() == plan) throw Refused.conflict("plan-same");
        change(me, found, seen, plan, found.state(), reason);
        return require(me, id);
    }

    private void change(
            SignedIn me, OrganizationRecord found, int seen, Plan plan, OrganizationState state, String typed) {
        var reason = reason(typed);
        scope.run(
                found.organization(),
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    office.change(seen, plan, state);
                    Actor by = me.actor();
                    if (plan != found.organization().plan())
                        journal.write(
                                by,
                                "organization-plan-changed",
                                found.organization().plan() + " → " + plan,
                                reason);
                    else if (state == OrganizationState.SUSPENDED)
                        journal.write(by, "organization-suspended", "", reason);
                    else journal.write(by, "organization-resumed", "", reason);
                }));
    }

    /// @throws Refused `reason-missing`
    static String reason(String typed) {
        var reason = SafeText.line(typed, REASON_MAX);
        if (reason.length() < REASON_MIN) throw Refused.invalid("reason-missing");
        return reason;
    }

    static void require(SignedIn me) {
        if (!me.may(Permission.OPERATE)) throw Refused.notFound();
    }
}
