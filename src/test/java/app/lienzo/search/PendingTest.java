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
import java.util.ArrayList;
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
        house = founded();
        var space = in(() -> spaces.create("one", "One").id());
        in(pending::begin);
        happened(space, MANY);
        Patience.until("everything was looked at", () -> in(pending::gather) == 0 && behind() == 0);
        Rows.list("analyze lienzo.event");
        happened(space, 1);
        assertThat(in(() -> RowsRead.during(sql, "lienzo.event", pending::gather)))
                .isLessThan(MANY / 100);
    }

    @Test
    @DisplayName("What changed many times is indexed once, and a neighbour's long queue is not gone through")
    void the_queue() {
        house = founded();
        var thing = UUID.randomUUID();
        in(() -> {
            for (int i = 0; i < MANY; i++) queued("neighbour", UUID.randomUUID());
            for (int i = 0; i < 3; i++) queued(house.id(), thing);
            var read = RowsRead.during(
                    sql,
                    "platform.search_pending",
                    () -> assertThat(pending.take(20)).containsExactly(new Pending.Thing(HitKind.COMPANY, thing)));
            assertThat(read).isLessThan(MANY / 100);
            assertThat(pending.take(20)).isEmpty();
            sql.update("delete from platform.search_pending where organization_id = 'neighbour'");
            return read;
        });
    }

    @Test
    @DisplayName(
            "What somebody writes now is indexed beside an import that fills the queue, and nothing waits for ever")
    void both_ends() {
        house = founded();
        var things = new ArrayList<UUID>();
        for (int i = 0; i < 100; i++) things.add(UUID.randomUUID());
        in(() -> {
            things.forEach(thing -> queued(house.id(), thing));
            var taken = pending.take(20).stream().map(Pending.Thing::id).toList();
            var expected = new ArrayList<>(things.subList(0, 10));
            expected.addAll(things.subList(90, 100));
            assertThat(taken).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(pending.take(1)).containsExactly(new Pending.Thing(HitKind.COMPANY, things.get(10)));
            return taken;
        });
    }

    @Test
    @DisplayName("A long text that was indexed a moment ago rests before it is indexed again")
    void rest() {
        house = founded();
        var space = in(() -> spaces.create("one", "One").id());
        var thing = UUID.randomUUID();
        Rows.list("""
                insert into lienzo.search_document (tenant_id, kind, id, space_id, title, language, words, changed_at, rests_until)
                values (?, 'COMPANY', ?::uuid, ?::uuid, 'x', 'en', '', now(), now() + interval '1 hour')
                """, house.id(), thing.toString(), space.toString());
        in(() -> {
            queued(house.id(), thing);
            assertThat(pending.take(20)).isEmpty();
            sql.update("update lienzo.search_document set rests_until = now() where id = ?", thing);
            assertThat(pending.take(20)).containsExactly(new Pending.Thing(HitKind.COMPANY, thing));
            return true;
        });
    }

    private OrganizationView founded() {
        return organizations.create(
                "log-" + UUID.randomUUID().toString().substring(0, 8),
                "Log",
                Plan.STARTUP,
                "en",
                Vocabulary.SERVICE_PROVIDER);
    }

    private void queued(String organization, UUID thing) {
        sql.update(
                "insert into platform.search_pending (organization_id, kind, thing_id) values (?, 'COMPANY', ?)",
                organization,
                thing);
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
                where e.tenant_id = ? and e.id > p.event_id
                """, house.id()));
    }

    private <T> T in(Callable<T> work) {
        return scope.call(house, () -> QuarkusTransaction.requiringNew().call(work));
    }
}
