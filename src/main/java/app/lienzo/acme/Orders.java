package app.lienzo.acme;

import app.lienzo.acme.CertificateOrder.Current;
import app.lienzo.acme.CertificateOrder.Issued;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of orders, of all organizations for the workers and of the one in scope for the door. A worker
/// takes rows under a lease and writes under the number (epoch) that it was given with it: whoever slept
/// through his lease writes nothing, whatever he believes.
@ApplicationScoped
class Orders {
    private static final String OWN = "organization_id = current_setting('lienzo.tenant')";

    private final TenantSql sql;

    Orders(TenantSql sql) {
        this.sql = sql;
    }

    /// Takes what is due: renewals with the shortest life left first, new ones as they came.
    List<CertificateOrder> lease(boolean renewals, int count, String owner, Instant now, Duration lease) {
        if (count <= 0) return List.of();
        var room = renewals
                ? "leaf is not null and next_action_at <= ? and lease_until <= ? order by not_after, next_action_at"
                : "leaf is null and next_action_at <= ? and lease_until <= ? order by next_action_at";
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list("""
                update platform.acme_order set lease_owner = ?, lease_until = ?, epoch = epoch + 1
                where (organization_id, host) in (
                    select organization_id, host from platform.acme_order where %s for update skip locked limit ?)
                returning *
                """.formatted(room), Orders::read, owner, now.plus(lease), now, now, count));
    }

    /// Keeps what changed, in the caller's transaction or one of its own. The lease ends where the row does
    /// not go on at once.
    ///
    /// @throws LeaseLost when the row is somebody else's by now; nothing was changed
    void save(CertificateOrder order, Instant now, Duration lease) {
        QuarkusTransaction.joiningExisting().run(() -> {
            int touched = sql.update(
                    """
                    update platform.acme_order set lease_until = coalesce(?::timestamptz, '-infinity'), state = ?, reason = ?, detail = ?,
                        attempts = ?, next_action_at = coalesce(?::timestamptz, 'infinity'), authority = ?, tried = ?::text[],
                        order_url = ?, sealed_key = ?, ordered_at = ?::timestamptz, polls = ?, triggered = ?, http_failed = ?,
                        replaces_refused = ?, window_start = ?::timestamptz, window_end = ?::timestamptz,
                        window_chosen = ?::timestamptz, window_poll_at = ?::timestamptz
                    where organization_id = ? and host = ? and epoch = ?
                    """,
                    order.due(now) ? now.plus(lease) : null,
                    order.state,
                    order.reason,
                    order.detail,
                    order.attempts,
                    order.nextActionAt,
                    order.authority,
                    "{" + String.join(",", order.tried) + "}",
                    order.current == null ? null : order.current.url(),
                    order.current == null ? null : order.current.sealedKey(),
                    order.current == null ? null : order.current.at(),
                    order.polls,
                    order.triggered,
                    order.httpFailed,
                    order.replacesRefused,
                    order.window == null ? null : order.window.start(),
                    order.window == null ? null : order.window.end(),
                    order.window == null ? null : order.window.chosen(),
                    order.windowPollAt,
                    order.organization,
                    order.host,
                    order.epoch);
            if (touched == 0) throw new LeaseLost(order.host);
        });
    }

    /// What was issued; in the transaction of [#save].
    void issued(CertificateOrder order, Issued issued) {
        sql.update(
                """
                update platform.acme_order set issued_by = ?, issued_at = ?, leaf = ?, not_before = ?, not_after = ?, renew_at = ?
                where organization_id = ? and host = ? and epoch = ?
                """,
                issued.by(),
                issued.at(),
                issued.leaf(),
                issued.notBefore(),
                issued.notAfter(),
                issued.renewAt(),
                order.organization,
                order.host,
                order.epoch);
    }

    void remove(CertificateOrder order) {
        int touched = sql.update(
                "delete from platform.acme_order where %s and host = ? and epoch = ?".formatted(OWN),
                order.host,
                order.epoch);
        if (touched == 0) throw new LeaseLost(order.host);
    }

    /// Looks first: to find that nothing is to be done, an insert would lock the row, and wait for the worker
    /// that holds it.
    ///
    /// @return whether something changed
    boolean want(String host, Instant now) {
        if (wanted(host)) return false;
        return sql.update("""
                insert into platform.acme_order as known (organization_id, host, state, next_action_at, created_at)
                values (current_setting('lienzo.tenant'), ?, 'QUEUED', ?, ?)
                on conflict (organization_id, host) do update set wanted = true, epoch = known.epoch + 1, lease_until = '-infinity',
                    state = 'QUEUED', reason = null, detail = null, attempts = 0, tried = '{}', next_action_at = excluded.next_action_at,
                    order_url = null, sealed_key = null, ordered_at = null,
                    leaf = null, not_before = null, not_after = null, renew_at = null, issued_by = null, issued_at = null,
                    window_start = null, window_end = null, window_chosen = null, window_poll_at = null
                where not known.wanted
                """, host, now, now) > 0;
    }

    private boolean wanted(String host) {
        return sql.first(
                        "select 1 from platform.acme_order where %s and host = ? and wanted".formatted(OWN),
                        row -> row.getInt(1),
                        host)
                .isPresent();
    }

    boolean unwant(String host, Instant now) {
        return sql.update("""
                update platform.acme_order set wanted = false, epoch = epoch + 1, lease_until = '-infinity', attempts = 0,
                    next_action_at = ? where %s and host = ? and wanted
                """.formatted(OWN), now, host) > 0;
    }

    /// @return whether the last time was long enough ago and there is something to try again
    boolean again(String host, Instant now, Instant askedBefore) {
        return sql.update("""
                update platform.acme_order set asked_at = ?, next_action_at = ?, epoch = epoch + 1, lease_until = '-infinity',
                    state = 'QUEUED', attempts = 0, tried = '{}', order_url = null, sealed_key = null, ordered_at = null
                where %s and host = ? and wanted and state in ('QUEUED', 'BACKOFF', 'BLOCKED')
                    and (asked_at is null or asked_at <= ?)
                """.formatted(OWN), now, now, host, askedBefore) > 0;
    }

    Optional<CertificateOrder> find(String host) {
        return sql.first(
                "select * from platform.acme_order where %s and host = ? and wanted".formatted(OWN),
                Orders::read,
                host);
    }

    /// Certificates whose renewal should have happened by now: less than a fifth of their life is left.
    long lateRenewals(Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(
                                "select count(*) from platform.acme_order where wanted and not_after - (not_after - not_before) / 5 < ?",
                                row -> row.getLong(1),
                                now)
                        .orElse(0L));
    }

    private static CertificateOrder read(ResultSet row) throws SQLException {
        var order = new CertificateOrder(row.getString("organization_id"), row.getString("host"), row.getLong("epoch"));
        order.wanted = row.getBoolean("wanted");
        order.state = AcmeState.valueOf(row.getString("state"));
        order.reason = row.getString("reason");
        order.detail = row.getString("detail");
        order.attempts = row.getInt("attempts");
        order.nextActionAt = time(row, "next_action_at");
        order.authority = row.getString("authority");
        order.tried = List.of((String[]) row.getArray("tried").getArray());
        order.polls = row.getInt("polls");
        order.triggered = row.getBoolean("triggered");
        order.httpFailed = row.getBoolean("http_failed");
        order.replacesRefused = row.getBoolean("replaces_refused");
        order.current = current(row);
        order.issued = issued(row);
        order.window = window(row);
        order.windowPollAt = time(row, "window_poll_at");
        return order;
    }

    private static @Nullable Current current(ResultSet row) throws SQLException {
        var url = row.getString("order_url");
        var at = time(row, "ordered_at");
        return url == null || at == null ? null : new Current(url, row.getBytes("sealed_key"), at);
    }

    private static @Nullable Issued issued(ResultSet row) throws SQLException {
        var at = time(row, "issued_at");
        var notBefore = time(row, "not_before");
        var notAfter = time(row, "not_after");
        var renewAt = time(row, "renew_at");
        if (at == null || notBefore == null || notAfter == null || renewAt == null) return null;
        return new Issued(row.getString("issued_by"), at, row.getBytes("leaf"), notBefore, notAfter, renewAt);
    }

    private static @Nullable RenewalWindow window(ResultSet row) throws SQLException {
        var start = time(row, "window_start");
        var end = time(row, "window_end");
        var chosen = time(row, "window_chosen");
        return start == null || end == null || chosen == null ? null : new RenewalWindow(start, end, chosen);
    }

    /// Null for never, too.
    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null || at.equals(OffsetDateTime.MAX) ? null : at.toInstant();
    }
}
