package app.lienzo.branding;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
                select name, tagline, page_title, color, accent, logo_id, logo_dark_id, icon_id, scene_id, scene_dark_id,
                       support_email, support_phone, help_url, privacy_url, terms_url, imprint_url, languages, custom_css
                from lienzo.brand
                """, Brands::draft);
    }

    void save(BrandDraft brand) {
        var pictures = brand.pictures();
        var contact = brand.contact();
        sql.update(
                """
                insert into lienzo.brand
                    (tenant_id, id, name, tagline, page_title, color, accent, logo_id, logo_dark_id, icon_id, scene_id,
                     scene_dark_id, support_email, support_phone, help_url, privacy_url, terms_url, imprint_url,
                     languages, custom_css)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id) do update set
                    version = brand.version + 1, name = excluded.name, tagline = excluded.tagline,
                    page_title = excluded.page_title, color = excluded.color, accent = excluded.accent,
                    logo_id = excluded.logo_id, logo_dark_id = excluded.logo_dark_id, icon_id = excluded.icon_id,
                    scene_id = excluded.scene_id, scene_dark_id = excluded.scene_dark_id,
                    support_email = excluded.support_email, support_phone = excluded.support_phone,
                    help_url = excluded.help_url, privacy_url = excluded.privacy_url, terms_url = excluded.terms_url,
                    imprint_url = excluded.imprint_url, languages = excluded.languages,
                    custom_css = excluded.custom_css
                """,
                Ids.next(),
                brand.name(),
                brand.tagline(),
                brand.title(),
                brand.color(),
                brand.accent(),
                pictures.logo(),
                pictures.logoDark(),
                pictures.icon(),
                pictures.scene(),
                pictures.sceneDark(),
                contact.email(),
                contact.phone(),
                contact.helpUrl(),
                contact.privacyUrl(),
                contact.termsUrl(),
                contact.imprintUrl(),
                String.join(",", brand.languages()),
                brand.css());
    }

    private static BrandDraft draft(ResultSet row) throws SQLException {
        var languages = row.getString("languages");
        return new BrandDraft(
                row.getString("name"),
                row.getString("tagline"),
                row.getString("page_title"),
                row.getString("color"),
                row.getString("accent"),
                new BrandPicture.Files(
                        row.getObject("logo_id", UUID.class),
                        row.getObject("logo_dark_id", UUID.class),
                        row.getObject("icon_id", UUID.class),
                        row.getObject("scene_id", UUID.class),
                        row.getObject("scene_dark_id", UUID.class)),
                new BrandContact(
                        row.getString("support_email"),
                        row.getString("support_phone"),
                        row.getString("help_url"),
                        row.getString("privacy_url"),
                        row.getString("terms_url"),
                        row.getString("imprint_url")),
                languages.isEmpty() ? List.of() : List.of(languages.split(",")),
                row.getString("custom_css"));
    }
}
