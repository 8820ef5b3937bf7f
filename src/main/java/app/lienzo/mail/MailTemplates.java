package app.lienzo.mail;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The rows of texts that organizations wrote themselves.
@ApplicationScoped
class MailTemplates {
    private final TenantSql sql;

    MailTemplates(TenantSql sql) {
        this.sql = sql;
    }

    record Key(String kind, String language) {}

    Optional<TemplateText> find(String kind, Locale language) {
        return sql.first(
                "select subject, body from lienzo.mail_template where tenant_id = current_setting('lienzo.tenant') and kind = ? and language = ?",
                row -> new TemplateText(row.getString(1), row.getString(2)),
                kind,
                language.getLanguage());
    }

    List<Key> all() {
        return sql.list(
                "select kind, language from lienzo.mail_template where tenant_id = current_setting('lienzo.tenant')",
                row -> new Key(row.getString(1), row.getString(2)));
    }

    void save(String kind, Locale language, TemplateText text, Instant now) {
        sql.update("""
                insert into lienzo.mail_template (tenant_id, kind, language, subject, body, changed_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?)
                on conflict (tenant_id, kind, language) do update
                set subject = excluded.subject, body = excluded.body, changed_at = excluded.changed_at
                """, kind, language.getLanguage(), text.subject(), text.body(), now);
    }

    boolean remove(String kind, Locale language) {
        return sql.update(
                        "delete from lienzo.mail_template where tenant_id = current_setting('lienzo.tenant') and kind = ? and language = ?",
                        kind,
                        language.getLanguage())
                > 0;
    }
}
