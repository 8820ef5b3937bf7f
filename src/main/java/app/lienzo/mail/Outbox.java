package app.lienzo.mail;

import app.lienzo.kernel.Ids;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of the outbox.
@ApplicationScoped
class Outbox {
    private static final String COLUMNS =
            "id, kind, to_address, to_name, subject, state, attempts, problem, reply, next_try_at, created_at, sent_at, content is not null";

    private final TenantSql sql;

    Outbox(TenantSql sql) {
        this.sql = sql;
    }

    /// What the relay needs of a mail.
    record Waiting(
            UUID id,
            String language,
            String to,
            String toName,
            String subject,
            byte[] content,
            String messageId,
            int attempts,
            Instant createdAt) {}

    void add(
            UUID id,
            Letter letter,
            String to,
            String toName,
            String subject,
            byte[] content,
            String messageId,
            Instant now) {
        sql.update(
                """
                insert into lienzo.outgoing_mail (tenant_id, id, kind, language, to_address, to_name, subject, content, message_id, state, next_try_at, created_at)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)
                """,
                id,
                letter.kind(),
                letter.language().getLanguage(),
                to,
                toName,
                subject,
                content,
                messageId,
                now,
                now);
    }

    /// Takes a mail for an attempt; nothing when it is not its turn. One in `SENDING` whose lease has run out
    /// was interrupted.
    Optional<Waiting> take(UUID id, Instant now, Instant lease) {
        return sql.first(
                """
                update lienzo.outgoing_mail set state = 'SENDING', attempts = attempts + 1, next_try_at = ?
                where tenant_id = current_setting('lienzo.tenant') and id = ? and state in ('QUEUED', 'SENDING')
                  and next_try_at <= ? and content is not null
                returning id, language, to_address, to_name, subject, content, message_id, attempts, created_at
                """,
                row -> new Waiting(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getTimestamp(9).toInstant()),
                lease,
                id,
                now);
    }

    /// When a mail that still waits is to be tried next.
    Optional<Instant> due(UUID id) {
        return sql.first("""
                select next_try_at from lienzo.outgoing_mail
                where tenant_id = current_setting('lienzo.tenant') and id = ? and state in ('QUEUED', 'SENDING') and content is not null
                """, row -> row.getTimestamp(1).toInstant(), id);
    }

    void sent(UUID id, Instant now) {
        sql.update("""
                update lienzo.outgoing_mail set state = 'SENT', sent_at = ?, content = null, problem = null, reply = null, next_try_at = null
                where tenant_id = current_setting('lienzo.tenant') and id = ?
                """, now, id);
    }

    void wait(UUID id, MailProblem problem, @Nullable String reply, Instant nextTry) {
        sql.update("""
                update lienzo.outgoing_mail set state = 'QUEUED', problem = ?, reply = ?, next_try_at = ?
                where tenant_id = current_setting('lienzo.tenant') and id = ? and state = 'SENDING'
                """, problem, reply, nextTry, id);
    }

    void failed(UUID id, MailProblem problem, @Nullable String reply) {
        sql.update("""
                update lienzo.outgoing_mail set state = 'FAILED', problem = ?, reply = ?, next_try_at = null
                where tenant_id = current_setting('lienzo.tenant') and id = ? and state in ('SENDING', 'QUEUED')
                """, problem, reply, id);
    }

    /// @return whether there was such a mail that had failed or waits
    boolean again(UUID id, Instant now) {
        return sql.update("""
                        update lienzo.outgoing_mail set state = 'QUEUED', attempts = 0, next_try_at = ?
                        where tenant_id = current_setting('lienzo.tenant') and id = ? and state in ('FAILED', 'QUEUED') and content is not null
                        """, now, id) > 0;
    }

    Optional<MailView> find(UUID id) {
        return sql.first(
                "select " + COLUMNS
                        + " from lienzo.outgoing_mail where tenant_id = current_setting('lienzo.tenant') and id = ?",
                Outbox::view,
                id);
    }

    /// Newest first.
    ///
    /// @param state null for all
    /// @param before null for the newest
    List<MailView> page(@Nullable MailState state, @Nullable UUID before, int max) {
        return sql.list("select " + COLUMNS + """
                         from lienzo.outgoing_mail
                        where tenant_id = current_setting('lienzo.tenant') and state = coalesce(?::text, state) and id < ?
                        order by id desc limit ?
                        """, Outbox::view, state, before == null ? Ids.END : before, max);
    }

    /// Mails that wait because an attempt failed, now to be tried at once.
    List<UUID> hurry(Instant now) {
        return sql.list("""
                update lienzo.outgoing_mail set next_try_at = ?
                where tenant_id = current_setting('lienzo.tenant') and state = 'QUEUED' and problem is not null
                returning id
                """, row -> row.getObject(1, UUID.class), now);
    }

    void giveUp(Instant createdBefore) {
        sql.update("""
                update lienzo.outgoing_mail set state = 'FAILED', problem = coalesce(problem, 'TOO_OLD'), next_try_at = null
                where tenant_id = current_setting('lienzo.tenant') and state in ('QUEUED', 'SENDING') and created_at < ?
                """, createdBefore);
    }

    void forget(Instant createdBefore) {
        sql.update(
                "delete from lienzo.outgoing_mail where tenant_id = current_setting('lienzo.tenant') and state in ('SENT', 'FAILED') and created_at < ?",
                createdBefore);
    }

    private static MailView view(ResultSet row) throws SQLException {
        var state = MailState.valueOf(row.getString(6));
        var problem = row.getString(8);
        return new MailView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                state,
                row.getInt(7),
                problem == null ? null : MailProblem.valueOf(problem),
                row.getString(9),
                moment(row.getTimestamp(10)),
                row.getTimestamp(11).toInstant(),
                moment(row.getTimestamp(12)),
                row.getBoolean(13) && (state == MailState.FAILED || state == MailState.QUEUED));
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
