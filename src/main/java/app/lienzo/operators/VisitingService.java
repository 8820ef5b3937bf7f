package app.lienzo.operators;

import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.VisitService;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.OrganizationOffice;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to "view as": an operator says why, looks at an organization through the eyes of one of
/// its members for half an hour at the most, and changes nothing. Both trails tell of it, and its
/// Owners are written to and can read the reason.
@ApplicationScoped
public class VisitingService {
    /// Where Owners read of them.
    public static final String VISITS = "/organization/visits";

    private static final int VISITS_SHOWN_MAX = 100;

    private final OrganizationCareService care;
    private final OrganizationOffice office;
    private final VisitService visits;
    private final MemberService members;
    private final VisitMails mails;
    private final Journal journal;
    private final VisitLedger ledger;
    private final TenantSql sql;
    private final Links links;
    private final Scope scope;
    private final Clock clock;
    private final OperatorConfig config;

    VisitingService(
            OrganizationCareService care,
            OrganizationOffice office,
            VisitService visits,
            MemberService members,
            VisitMails mails,
            Journal journal,
            VisitLedger ledger,
            TenantSql sql,
            Links links,
            Scope scope,
            Clock clock,
            OperatorConfig config) {
        this.care = care;
        this.office = office;
        this.visits = visits;
        this.members = members;
        this.mails = mails;
        this.journal = journal;
        this.ledger = ledger;
        this.sql = sql;
        this.links = links;
        this.scope = scope;
        this.clock = clock;
        this.config = config;
    }

    /// Where a visit begins.
    ///
    /// @param address opens it once, within two minutes
    public record Invitation(String address, String member, Instant endsAt) {}

    /// A visit as the organization's Owners see it.
    ///
    /// @param member whose eyes were looked through; null for somebody who is gone
    /// @param going whether it goes on
    public record Past(
            UUID id,
            Instant begunAt,
            Instant endsAt,
            @Nullable String member,
            String reason,
            boolean going) {}

    /// @param userName of the member whose eyes are to be looked through; empty for the first Owner
    /// @throws Refused not found; `reason-missing`, `organization-suspended-already`,
    ///     `visit-member-unknown`
    public Invitation prepare(SignedIn me, String id, String userName, String typed) {
        var found = care.require(me, id);
        var reason = OrganizationCareService.reason(typed);
        // The operator stays until the visit is written down: whoever ends what he leaves behind waits, and finds it.
        return QuarkusTransaction.requiringNew().call(() -> {
            visits.hold(me.member());
            return scope.call(
                    found.organization(),
                    () -> QuarkusTransaction.requiringNew().call(() -> begin(me, userName.strip(), reason)));
        });
    }

    private Invitation begin(SignedIn me, String userName, String reason) {
        office.holdOpen();
        var member = member(userName);
        var visit = visits.prepare(member.id(), config.visitTime());
        sql.update("""
                insert into platform.organization_visit (organization_id, id, operator_id, operator, member_id, reason, begun_at, ends_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?)
                """, visit.id(), me.member(), me.name(), member.id(), reason, clock.instant(), visit.endsAt());
        journal.write(me.actor(), "visit-begun", member.name(), reason);
        mails.begun(member, reason, visit.endsAt());
        return new Invitation(links.to("/visit/" + visit.key()).toString(), member.name(), visit.endsAt());
    }

    /// Ends the visit of the organization in scope that the request belongs to.
    ///
    /// @throws Refused not found for a request that is none
    public void endOwn(SignedIn me) {
        var visit = visits.of(me).orElseThrow(Refused::notFound);
        QuarkusTransaction.requiringNew().run(() -> {
            if (visits.end(visit.id())) ledger.close(null);
        });
    }

    /// The visits to the organization in scope, for its Owners.
    ///
    /// @throws Refused `forbidden`
    public List<Past> toUs(SignedIn me) {
        if (!me.may(Permission.AUDIT_SEE)) throw Refused.forbidden("forbidden");
        return past();
    }

    /// Whether the organization in scope was ever visited.
    public boolean any() {
        return sql.first(
                        "select true from platform.organization_visit where organization_id = current_setting('lienzo.tenant') limit 1",
                        row -> row.getBoolean(1))
                .isPresent();
    }

    private List<Past> past() {
        var now = clock.instant();
        return sql.list(
                """
                select v.id, v.begun_at, v.ends_at, m.name, v.reason from platform.organization_visit v
                left join lienzo.member m on m.tenant_id = v.organization_id and m.id = v.member_id
                where v.organization_id = current_setting('lienzo.tenant') order by v.begun_at desc limit ?
                """,
                row -> new Past(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        now.isBefore(row.getTimestamp(3).toInstant())),
                VISITS_SHOWN_MAX);
    }

    private MemberView member(String userName) {
        if (userName.isEmpty())
            return members.search(new MemberQuery(null, OrganizationRole.OWNER, true, null, null, null, 1)).stream()
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid("visit-member-unknown"));
        return members.named(userName)
                .filter(MemberView::active)
                .orElseThrow(() -> Refused.invalid("visit-member-unknown"));
    }
}
