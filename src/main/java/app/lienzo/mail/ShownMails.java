package app.lienzo.mail;

import app.lienzo.tenancy.TenantSql;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The mails that are shown at `/dev/mail` where the product is developed, tested or tried out; in the
/// database, so that every replica shows all of them.
@ApplicationScoped
public class ShownMails {
    private final TenantSql sql;
    private final Post post;
    private final Clock clock;
    private final int shownMax;
    private final boolean developing;
    private final boolean on;

    ShownMails(
            TenantSql sql,
            Post post,
            Clock clock,
            MailConfig config,
            @ConfigProperty(name = "lienzo.samples") Optional<String> samples) {
        this.sql = sql;
        this.post = post;
        this.clock = clock;
        this.shownMax = config.shownMax();
        this.developing = ConfigUtils.isProfileActive("dev") || ConfigUtils.isProfileActive("test");
        boolean trying = samples.filter(folder -> !folder.isBlank()).isPresent();
        this.on = developing || (trying && post.installation().isEmpty());
    }

    /// A mail as it went out.
    ///
    /// @param html with its pictures inside
    public record Shown(
            UUID id, String sender, String recipient, String subject, String html, String text, java.time.Instant at) {}

    /// Whether mails are kept and shown at all. Never in production.
    public boolean on() {
        return on;
    }

    /// Whether organizations' own hosts show them too.
    public boolean onEveryHost() {
        return developing;
    }

    /// Those of the organization at hand, newest first.
    public List<Shown> list() {
        return sql.list("""
                select id, sender, recipient, subject, '', '', at from lienzo.captured_mail
                where tenant_id = current_setting('lienzo.tenant') order by id desc limit ?
                """, ShownMails::read, shownMax);
    }

    public Optional<Shown> find(UUID id) {
        return sql.first("""
                select id, sender, recipient, subject, html, plain, at from lienzo.captured_mail
                where tenant_id = current_setting('lienzo.tenant') and id = ?
                """, ShownMails::read, id);
    }

    void add(Outbox.Waiting mail, Sheet sheet, String sender) {
        sql.update(
                """
                insert into lienzo.captured_mail (tenant_id, id, sender, recipient, subject, html, plain, at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                mail.id(),
                sender,
                mail.to(),
                sheet.subject(),
                withPictures(sheet.html()),
                sheet.text(),
                clock.instant());
        sql.update("""
                delete from lienzo.captured_mail where tenant_id = current_setting('lienzo.tenant') and id in (
                  select id from lienzo.captured_mail where tenant_id = current_setting('lienzo.tenant') order by id desc offset ?)
                """, shownMax);
    }

    /// For pages: the pictures inside the HTML, as no mail program puts them there.
    public String withPictures(String html) {
        var whole = html;
        for (var picture : post.pictures().entrySet()) {
            whole = whole.replace(
                    "\"cid:" + picture.getKey() + "\"",
                    "\"data:image/png;base64," + Base64.getEncoder().encodeToString(picture.getValue()) + "\"");
        }
        return whole;
    }

    private static Shown read(ResultSet row) throws SQLException {
        return new Shown(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant());
    }
}
