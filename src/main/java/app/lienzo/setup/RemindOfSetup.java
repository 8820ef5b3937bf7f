package app.lienzo.setup;

import app.lienzo.jobs.Chore;
import app.lienzo.mail.OwnerMails;
import app.lienzo.setup.SetupView.Step;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.SetupStep.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Reminds the Owners of a young organization of what is still open in the check list: a few times,
/// each later than the one before, and never of a list that was put aside or of one that only waits
/// for others.
@ApplicationScoped
class RemindOfSetup implements Chore {
    private final SetupService setup;
    private final OwnerMails mails;
    private final TenantSql sql;
    private final Links links;
    private final Scope scope;
    private final SetupConfig config;
    private final Clock clock;

    RemindOfSetup(
            SetupService setup,
            OwnerMails mails,
            TenantSql sql,
            Links links,
            Scope scope,
            SetupConfig config,
            Clock clock) {
        this.setup = setup;
        this.mails = mails;
        this.sql = sql;
        this.links = links;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    /// @param since the founding, or the last letter
    private record Sent(int letters, Instant since) {}

    @Override
    public String name() {
        return "remind-of-setup";
    }

    @Override
    @Transactional
    public void run() {
        if (scope.organization().platform()) return;
        var now = clock.instant();
        var sent = sql.first(
                """
                select coalesce(r.sent, 0), coalesce(r.at, o.created_at) from platform.organization o
                left join lienzo.setup_reminder r on r.tenant_id = o.id
                where o.id = current_setting('lienzo.tenant') and o.state = 'ACTIVE' for update of o
                """, row -> new Sent(row.getInt(1), row.getTimestamp(2).toInstant()));
        if (sent.filter(before -> due(before, now)).isEmpty() || setup.open() == 0) return;
        sql.update("""
                insert into lienzo.setup_reminder (tenant_id, sent, at) values (current_setting('lienzo.tenant'), 1, ?)
                on conflict (tenant_id) do update set sent = setup_reminder.sent + 1, at = excluded.at
                """, now);
        mails.send(SetupMail.NAME, (_, language) -> {
            var list = setup.list(language);
            var next = list.steps().stream()
                    .filter(step -> step.progress() == Progress.OPEN)
                    .map(Step::title)
                    .findFirst()
                    .orElse("");
            return Map.of(
                    "done", String.valueOf(list.done()),
                    "all", String.valueOf(list.steps().size()),
                    "next", next,
                    "link", links.to("/organization/setup").toString());
        });
    }

    private boolean due(Sent sent, Instant now) {
        return sent.letters() < config.remindersMax()
                && !now.isBefore(sent.since().plus(config.remindAfter().multipliedBy(sent.letters() + 1L)));
    }
}
