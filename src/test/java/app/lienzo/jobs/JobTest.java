package app.lienzo.jobs;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.Patience;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JobTest {
    @Inject
    JobService jobs;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Inject
    TenantSql sql;

    @Inject
    CountSpacesHandler counted;

    /// Counts the spaces its organization has, and looks for one by id.
    record CountSpaces(UUID run, UUID lookedFor) implements Job {}

    @ApplicationScoped
    static class CountSpacesHandler implements JobHandler<CountSpaces> {
        record Found(String organization, long spaces, long lookedFor) {}

        private final Map<UUID, Found> runs = new ConcurrentHashMap<>();

        @Inject
        Scope scope;

        @Inject
        TenantSql sql;

        boolean ran(UUID run) {
            return runs.containsKey(run);
        }

        @Nullable
        Found found(UUID run) {
            return runs.get(run);
        }

        @Override
        public Class<CountSpaces> kind() {
            return CountSpaces.class;
        }

        @Override
        public void run(CountSpaces job) {
            long spaces = sql.first("select count(*) from lienzo.space", row -> row.getLong(1))
                    .orElseThrow();
            long found = sql.first(
                            "select count(*) from lienzo.space where id = ?", row -> row.getLong(1), job.lookedFor())
                    .orElseThrow();
            runs.put(job.run(), new Found(scope.organization().slug(), spaces, found));
        }
    }

    @Test
    @DisplayName("T13: a job runs in the organization that queued it, and another's id in it finds nothing")
    void a_job_runs_in_the_organization_that_queued_it() {
        var nimbusSpace = in(
                "nimbus",
                () -> sql.first("select id from lienzo.space limit 1", row -> row.getObject(1, UUID.class))
                        .orElseThrow());
        var run = UUID.randomUUID();
        in("aurora", () -> {
            QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(new CountSpaces(run, nimbusSpace)));
            return null;
        });
        Patience.until("the job ran", () -> counted.ran(run));
        int spaces = Rows.list("select 1 from lienzo.space where tenant_id = ?", Rows.id(AURORA))
                .size();
        assertThat(counted.found(run)).isEqualTo(new CountSpacesHandler.Found("aurora", spaces, 0));
    }

    @Test
    void a_job_whose_cause_rolled_back_never_was() {
        var run = UUID.randomUUID();
        in("aurora", () -> {
            QuarkusTransaction.begin();
            jobs.enqueue(new CountSpaces(run, UUID.randomUUID()));
            QuarkusTransaction.rollback();
            return null;
        });
        var behind = UUID.randomUUID();
        in("aurora", () -> {
            QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(new CountSpaces(behind, UUID.randomUUID())));
            return null;
        });
        Patience.until("the job ran", () -> counted.ran(behind));
        assertThat(counted.ran(run)).isFalse();
    }

    @Test
    @DisplayName("T13: without an organization nothing is queued")
    void without_an_organization_nothing_is_queued() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> jobs.enqueue(new CountSpaces(UUID.randomUUID(), UUID.randomUUID()))))
                .isInstanceOf(IllegalStateException.class);
    }

    private <T> T in(String slug, java.util.concurrent.Callable<T> work) {
        return scope.call(organizations.named(slug).orElseThrow(), work);
    }
}
