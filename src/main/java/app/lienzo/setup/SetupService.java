package app.lienzo.setup;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.setup.SetupView.Step;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.SetupStep;
import app.lienzo.ui.SetupStep.Progress;
import app.lienzo.ui.Words;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The door to the check list of an organization. What stands in it, and how far it is, is asked of
/// whoever contributes it, each time; kept is only that somebody put the list aside.
@ApplicationScoped
public class SetupService {
    private final List<SetupStep> steps;
    private final TenantSql sql;
    private final AuditTrail audit;
    private final Clock clock;

    SetupService(@All List<SetupStep> steps, TenantSql sql, AuditTrail audit, Clock clock) {
        this.steps =
                steps.stream().sorted(Comparator.comparing(SetupStep::topic)).toList();
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    public SetupView list(Locale language) {
        return new SetupView(steps(language, true), steps(language, false), dismissed());
    }

    /// How many of the guided steps wait for somebody of the organization; none of a list that was put aside.
    public int open() {
        if (dismissed()) return 0;
        return (int) steps.stream()
                .filter(step -> step.topic().guided() && step.progress() == Progress.OPEN)
                .count();
    }

    private List<Step> steps(Locale language, boolean guided) {
        return steps.stream()
                .filter(step -> step.topic().guided() == guided)
                .map(step -> new Step(
                        step.topic().icon(),
                        Words.text("setup", language, "title-" + step.topic().name()),
                        Words.text("setup", language, "hint-" + step.topic().name()),
                        step.path(),
                        step.progress()))
                .toList();
    }

    /// Puts the list aside for all Owners; it can be read on.
    ///
    /// @throws Refused `forbidden`
    @Transactional
    public void dismiss(SignedIn me) {
        require(me);
        putAside();
        audit.record(me.actor(), "setup-dismissed", "organization", null);
    }

    /// @throws Refused `forbidden`
    @Transactional
    public void bringBack(SignedIn me) {
        require(me);
        sql.update("delete from lienzo.setup_dismissal");
        audit.record(me.actor(), "setup-brought-back", "organization", null);
    }

    /// For organizations that are set up from files.
    @Transactional
    public void putAside() {
        sql.update("""
                insert into lienzo.setup_dismissal (tenant_id, at) values (current_setting('lienzo.tenant'), ?)
                on conflict (tenant_id) do nothing
                """, clock.instant());
    }

    private boolean dismissed() {
        return sql.first("select true from lienzo.setup_dismissal", row -> row.getBoolean(1))
                .orElse(false);
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
    }
}
