package app.lienzo.operators;

import app.lienzo.identity.SignedIn;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;

/// Counts what an organization has, in its scope, in one statement, and never further than a limit:
/// a page's worth of organizations costs a page's worth of statements.
@ApplicationScoped
public class FigureService {
    private final TenantSql sql;
    private final Scope scope;
    private final OperatorConfig config;

    FigureService(TenantSql sql, Scope scope, OperatorConfig config) {
        this.sql = sql;
        this.scope = scope;
        this.config = config;
    }

    public int max() {
        return config.countMax();
    }

    public Figures of(SignedIn me, OrganizationView organization) {
        OrganizationCareService.require(me);
        return scope.call(organization, this::read);
    }

    private Figures read() {
        int max = config.countMax();
        return sql.first(
                        """
                        select
                            (select count(*) from (select 1 from lienzo.member where active and removed_at is null limit ?) n),
                            (select count(*) from (select 1 from lienzo.member where active and removed_at is null and password_hash is null and came_at is null limit ?) n),
                            (select count(*) from (select 1 from lienzo.space where archived_at is null limit ?) n),
                            (select count(*) from (select 1 from platform.site where organization_id = current_setting('lienzo.tenant') and state = 'SERVED' limit ?) n),
                            (select count(*) from (select 1 from lienzo.contact limit ?) n),
                            (select count(*) from (select 1 from lienzo.conversation where created_at > now() - interval '30 days' limit ?) n),
                            (select count(*) from (select 1 from lienzo.ticket where created_at > now() - interval '30 days' limit ?) n),
                            (select count(*) from (select 1 from lienzo.outgoing_mail where state in ('QUEUED', 'SENDING') limit ?) n),
                            (select count(*) from (select 1 from lienzo.outgoing_mail where state = 'FAILED' and created_at > now() - interval '30 days' limit ?) n)
                        """,
                        row -> new Figures(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getInt(7),
                                row.getInt(8),
                                row.getInt(9)),
                        max,
                        max,
                        max,
                        max,
                        max,
                        max,
                        max,
                        max,
                        max)
                .orElseThrow();
    }
}
