package app.lienzo.branding;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows of `lienzo.space_brand`, at most one per space.
@ApplicationScoped
class SpaceBrands {
    private final TenantSql sql;

    SpaceBrands(TenantSql sql) {
        this.sql = sql;
    }

    Map<UUID, SpaceBrand> all() {
        return sql
                .list(
                        "select space_id, name, color, accent, logo_id, logo_dark_id from lienzo.space_brand",
                        row -> Map.entry(row.getObject("space_id", UUID.class), brand(row)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<SpaceBrand> find(UUID space) {
        return sql.first(
                "select name, color, accent, logo_id, logo_dark_id from lienzo.space_brand where space_id = ?",
                SpaceBrands::brand,
                space);
    }

    void save(UUID space, SpaceBrand brand) {
        sql.update("""
                insert into lienzo.space_brand (tenant_id, space_id, name, color, accent, logo_id, logo_dark_id)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, space_id) do update set
                    name = excluded.name, color = excluded.color, accent = excluded.accent,
                    logo_id = excluded.logo_id, logo_dark_id = excluded.logo_dark_id
                """, space, brand.name(), brand.color(), brand.accent(), brand.logo(), brand.logoDark());
    }

    void remove(UUID space) {
        sql.update("delete from lienzo.space_brand where space_id = ?", space);
    }

    private static SpaceBrand brand(ResultSet row) throws SQLException {
        return new SpaceBrand(
                row.getString("name"),
                row.getString("color"),
                row.getString("accent"),
                row.getObject("logo_id", UUID.class),
                row.getObject("logo_dark_id", UUID.class));
    }
}
