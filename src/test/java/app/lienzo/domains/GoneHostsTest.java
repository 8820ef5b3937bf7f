package app.lienzo.domains;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@ActivateRequestContext
@SuppressWarnings("NullAway.Init")
class GoneHostsTest {
    private static final String GONE = "gone.gone-hosts.example";
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(200));

    @Inject
    TidyDomains tidy;

    @Inject
    TenantSql sql;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName("N04: what is long over is forgotten, of the organization that is tidied up and of no other")
    void what_is_long_over_is_forgotten() {
        for (var tenant : List.of(AURORA, NIMBUS)) in(tenant, () -> remembered(tenant));
        in(AURORA, tidy::run);
        assertThat(left(AURORA)).containsExactly("LIVE", "present");
        assertThat(left(NIMBUS)).containsExactly("LIVE", "LIVE", "past", "present");
        for (var tenant : List.of(AURORA, NIMBUS)) in(tenant, this::clear);
    }

    private void remembered(Tenant tenant) {
        for (var at : List.of(LONG_AGO, Instant.now())) sql.update("""
                    insert into lienzo.acme_event (tenant_id, id, host, at, state)
                    values (current_setting('lienzo.tenant'), gen_random_uuid(), ?, ?, 'LIVE')
                    """, GONE, at);
        certificate("past", LONG_AGO);
        certificate("present", null);
    }

    private void certificate(String serial, @org.jspecify.annotations.Nullable Instant removed) {
        sql.update("""
                insert into platform.certificate (id, organization_id, host, source, issuer, serial, not_before, not_after, chain, created_at, removed_at)
                values (gen_random_uuid(), current_setting('lienzo.tenant'), ?, 'UPLOADED', 'CA', ?, now(), now(), '', now(), ?)
                """, GONE, serial, removed);
    }

    private void clear() {
        sql.update("delete from lienzo.acme_event where host = ?", GONE);
        sql.update(
                "delete from platform.certificate where host = ? and organization_id = current_setting('lienzo.tenant')",
                GONE);
    }

    private static List<String> left(Tenant tenant) {
        return Rows.list("""
                select what from (
                  select state as what from lienzo.acme_event where tenant_id = ? and host = '%s'
                  union all select serial from platform.certificate where organization_id = '%s' and host = '%s') x order by 1
                """.formatted(GONE, Rows.id(tenant), GONE), Rows.id(tenant));
    }

    private void in(Tenant tenant, Runnable work) {
        scope.run(organizations.named(tenant.slug()).orElseThrow(), work);
    }
}
