package app.lienzo.operators;

import app.lienzo.identity.MemberLeft;
import app.lienzo.identity.VisitService;
import app.lienzo.tenancy.OrganizationSuspended;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.UUID;

/// Visits end at once with what they stand on: the organization is closed, the member whose eyes they
/// look through leaves, or the operator does.
@ApplicationScoped
class OnVisitGroundless {
    /// Behind whoever ends them.
    private static final int LATE = Interceptor.Priority.APPLICATION + 900;

    private final VisitService visits;
    private final VisitLedger ledger;
    private final TenantSql sql;
    private final Scope scope;
    private final Clock clock;

    OnVisitGroundless(VisitService visits, VisitLedger ledger, TenantSql sql, Scope scope, Clock clock) {
        this.visits = visits;
        this.ledger = ledger;
        this.sql = sql;
        this.scope = scope;
        this.clock = clock;
    }

    private record Going(String organization, UUID id) {}

    void suspended(@Observes @Priority(LATE) OrganizationSuspended event) {
        ledger.close("");
    }

    void left(@Observes MemberLeft event) {
        if (scope.organization().platform()) endOf(event.member());
        else ledger.close("");
    }

    /// Each in its organization, by itself.
    private void endOf(UUID operator) {
        var going = sql.list(
                "select organization_id, id from platform.organization_visit where operator_id = ? and ends_at > ?",
                row -> new Going(row.getString(1), row.getObject(2, UUID.class)),
                operator,
                clock.instant());
        for (var visit : going)
            scope.call(
                    visit.organization(),
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        boolean ended = visits.end(visit.id());
                        ledger.close("");
                        return ended;
                    }));
    }
}
