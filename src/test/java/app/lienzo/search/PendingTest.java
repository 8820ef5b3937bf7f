package app.lienzo.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Patience;
import app.lienzo.world.Rows;
import app.lienzo.world.RowsRead;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the index still has to look at is found without going through what it has looked at.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class PendingTest {
    private static final int MANY = 2_000;

    @Inject
    Pending pending;

    @Inject
    Scope scope;

    @Inject
    TenantSql sql;

    @Inject
    OrganizationService organizations;

    @Inject
    SpaceService spaces;

    private OrganizationView house;

    @Test
    @DisplayName("A look at the event log reads what is new, however long the log is")
    void the_log_is_not_read_again() {
        house = organizations.create(
                "log-" + UUID.randomUUID().toString().substring(0, 8),
                "Log",
                Plan.STARTUP,
                "en",
                Vocabulary.SERVICE_PROVIDER);
        var space = in(() -> spaces.create("one", "One").id());
        in(pending::begin);
        happened(space, MANY);
        Patience.until("everything was looked at", () -> in(pending::said).read() == 0 && behind() == 0);
        Rows.list("analyze lienzo.event");
        happened(space, 1);
        assertThat(in(() -> RowsRead.during(sql, "event", pending::said))).isLessThan(MANY / 100);
    }

    private void happened(UUID space, int times) {
        Rows.list("""
                insert into lienzo.event (tenant_id, kind, space_id, payload)
                select ?, 'typing', ?::uuid, '{}' from generate_series(1, ?)
                """, house.id(), space.toString(), times);
    }

    /// How much of the log stands behind the place.
    private long behind() {
        return Long.parseLong(Rows.one("""
                select count(*) from lienzo.event e join lienzo.search_place p on p.tenant_id = e.tenant_id
                where e.tenant_id = ? and (e.xid, e.id) > (p.xid, p.event_id)
                """, house.id()));
    }

    private <T> T in(Callable<T> work) {
        return scope.call(house, () -> QuarkusTransaction.requiringNew().call(work));
    }
}
