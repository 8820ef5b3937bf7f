package app.lienzo.branding;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// The rows of `lienzo.brand`, at most one per organization.
@ApplicationScoped
class Brands {
    private final TenantSql sql;

    Brands(TenantSql sql) {
        this.sql = sql;
    }

    Optional<BrandDraft> find() {
        return sql.first("""
                select name, tagline, color, accent, logo_id, logo_dark_id, icon_id,
                       support_email, support_phone, help_url, privacy_url, terms_url
                from lienzo.brand
                """, Brands::draft);
    }

    void save(BrandDraft brand) {
        sql.update(
                """
                insert into lienzo.brand
                    (tenant_id, id, name, tagline, color, accent, logo_id, logo_dark_id, icon_id,
                     support_email, support_phone, help_url, privacy_url, terms_url)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id) do update set
                    version = brand.version + 1, name = excluded.name, tagline = excluded.tagline,
                    color = excluded.color, accent = excluded.accent, logo_id = excluded.logo_id,
                    logo_dark_id = excluded.logo_dark_id, icon_id = excluded.icon_id,
                    support_email = excluded.support_email, support_phone = excluded.support_phone,
                    help_url = excluded.help_url, privacy_url = excluded.privacy_url, terms_url = excluded.terms_url
                """,
                Ids.next(),
                brand.name(),
                brand.tagline(),
                brand.color(),
                brand.accent(),
                brand.logo(),
                brand.logoDark(),
                brand.icon(),
                brand.supportEmail(),
                brand.supportPhone(),
                brand.helpUrl(),
                brand.privacyUrl(),
                brand.termsUrl());
    }

    private static BrandDraft draft(ResultSet row) throws SQLException {
        return new BrandDraft(
                row.getString("name"),
                row.getString("tagline"),
                row.getString("color"),
                row.getString("accent"),
                row.getObject("logo_id", UUID.class),
                row.getObject("logo_dark_id", UUID.class),
                row.getObject("icon_id", UUID.class),
                row.getString("support_email"),
                row.getString("support_phone"),
                row.getString("help_url"),
                row.getString("privacy_url"),
                row.getString("terms_url"));
    }
}
