package app.lienzo.secondfactor;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// The door to what an organization wants of its people's sign-ins. Holds from the next sign-in on; sessions that
/// count already go on until they end.
@ApplicationScoped
@Transactional
public class PolicyService {
    private final TenantSql sql;
    private final AuditTrail audit;
    private final Scope scope;

    PolicyService(TenantSql sql, AuditTrail audit, Scope scope) {
        this.sql = sql;
        this.audit = audit;
        this.scope = scope;
    }

    /// How many people of the organization there are, and how many of them have a second factor.
    public record Spread(int members, int on) {}

    /// At the platform everybody has one, whatever is wanted.
    public SecondFactorPolicy current() {
        if (scope.organization().platform()) return SecondFactorPolicy.EVERYBODY;
        return sql.first(
                        "select required, with_sso from lienzo.second_factor_policy",
                        row -> new SecondFactorPolicy(row.getBoolean(1), row.getBoolean(2)))
                .orElse(SecondFactorPolicy.NONE);
    }

    public Spread spread() {
        return sql.first("""
                        select count(*), count(f.on_since) from lienzo.member m
                        left join lienzo.second_factor f on f.member_id = m.id where m.active
                        """, row -> new Spread(row.getInt(1), row.getInt(2))).orElseThrow();
    }

    public void change(SignedIn by, SecondFactorPolicy wanted) {
        if (current().equals(wanted)) return;
        sql.update("""
                insert into lienzo.second_factor_policy (tenant_id, required, with_sso) values (current_setting('lienzo.tenant'), ?, ?)
                on conflict (tenant_id) do update set required = excluded.required, with_sso = excluded.with_sso
                """, wanted.required(), wanted.withSso());
        audit.record(
                by.actor(),
                wanted.required() ? "second-factor-required" : "second-factor-optional",
                "organization",
                null);
    }
}
