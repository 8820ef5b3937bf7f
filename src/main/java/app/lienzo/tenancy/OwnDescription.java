package app.lienzo.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the organization in scope says of itself: its name, its language, its words for customers, where it is. Works
/// with the
/// role that serves, which may change this much of this one row.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OwnDescription {
    private final TenantSql sql;
    private final Organizations organizations;
    private final Scope scope;
    private final Signals signals;

    OwnDescription(TenantSql sql, Organizations organizations, Scope scope, Signals signals) {
        this.sql = sql;
        this.organizations = organizations;
        this.scope = scope;
        this.signals = signals;
    }

    /// @param timeZone an IANA zone; null for none
    public record Said(
            String name,
            String language,
            Vocabulary vocabulary,
            @Nullable String timeZone) {}

    /// As the database has it now: the one in scope may be a moment older.
    public OrganizationView now() {
        return organizations.find(scope.organization().id()).orElseThrow();
    }

    /// Whether its people have said it themselves, ever.
    public boolean given() {
        return sql.first(
                        "select true from platform.organization where id = current_setting('lienzo.tenant') and described_at is not null",
                        row -> row.getBoolean(1))
                .isPresent();
    }

    /// @param seen what was looked at
    /// @return nothing when somebody else changed it meanwhile
    public Optional<OrganizationView> change(OrganizationView seen, Said said) {
        int changed = sql.update(
                """
                update platform.organization set name = ?, language = ?, vocabulary = ?, time_zone = ?::text, described_at = now()
                where id = current_setting('lienzo.tenant') and name = ? and language = ? and vocabulary = ?
                    and time_zone is not distinct from ?::text
                """,
                said.name(),
                said.language(),
                said.vocabulary(),
                said.timeZone(),
                seen.name(),
                seen.language(),
                seen.vocabulary(),
                seen.timeZone());
        if (changed == 0) return Optional.empty();
        signals.tell(Sites.CHANGED, scope.organization().id() + " ");
        return Optional.of(new OrganizationView(
                seen.id(), seen.slug(), said.name(), seen.plan(), said.language(), said.vocabulary(), said.timeZone()));
    }
}
