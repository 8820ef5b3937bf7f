package app.lienzo.sender;

import app.lienzo.tenancy.TenantSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one row of an organization's sender.
@ApplicationScoped
class Senders {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final TenantSql sql;
    private final ObjectMapper json;

    Senders(TenantSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Sender> find(String domain) {
        return sql.first("""
                select domain, checked_at, proved, since, findings, failures, next_check_at, told_at
                from lienzo.sender where tenant_id = current_setting('lienzo.tenant') and domain = ?
                """, this::read, domain);
    }

    /// From now on it is this domain that counts; what was known of another one is forgotten.
    void follow(String domain, Instant now) {
        sql.update("""
                insert into lienzo.sender (tenant_id, domain, next_check_at) values (current_setting('lienzo.tenant'), ?, ?)
                on conflict (tenant_id) do update set domain = excluded.domain, next_check_at = excluded.next_check_at, checked_at = null,
                  proved = false, since = null, findings = '[]', failures = 0, told_at = null, busy_until = null
                where lienzo.sender.domain <> excluded.domain
                """, domain, now);
    }

    void forget() {
        sql.update("delete from lienzo.sender where tenant_id = current_setting('lienzo.tenant')");
    }

    /// Takes the turn to check; one at a time, and not again before some time has gone by.
    boolean claim(Instant now, Instant busyUntil, Instant checkedBefore) {
        return sql.update("""
                        update lienzo.sender set busy_until = ? where tenant_id = current_setting('lienzo.tenant')
                        and (busy_until is null or busy_until < ?) and (checked_at is null or checked_at <= ?)
                        """, busyUntil, now, checkedBefore) > 0;
    }

    void save(Sender sender) {
        sql.update(
                """
                update lienzo.sender set checked_at = ?, proved = ?, since = ?, findings = ?, failures = ?, next_check_at = ?, told_at = ?, busy_until = null
                where tenant_id = current_setting('lienzo.tenant') and domain = ?
                """,
                sender.checkedAt(),
                sender.proved(),
                sender.since(),
                written(sender.findings()),
                sender.failures(),
                sender.nextCheckAt(),
                sender.toldAt(),
                sender.domain());
    }

    private String written(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sender read(ResultSet row) throws SQLException {
        try {
            return new Sender(
                    row.getString(1),
                    moment(row.getTimestamp(2)),
                    row.getBoolean(3),
                    moment(row.getTimestamp(4)),
                    json.readValue(row.getString(5), FINDINGS),
                    row.getInt(6),
                    row.getTimestamp(7).toInstant(),
                    moment(row.getTimestamp(8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
