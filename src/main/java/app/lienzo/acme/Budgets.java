package app.lienzo.acme;

import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much may still be asked of authorities, counted in the database for all replicas together.
final class Budgets {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final TenantSql sql;
    private final AcmeConfig config;

    Budgets(TenantSql sql, AcmeConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /// Why not now, and from when on.
    record Spent(Reason reason, @Nullable String words, Instant until) {}

    /// Books an order, or says what is in its way. The authority's account is locked meanwhile, so that
    /// replicas do not book the last one twice.
    ///
    /// @param exempt replaces a certificate at the authority's own wish: no limit of its counts
    Optional<Spent> book(Authority authority, CertificateOrder order, boolean exempt, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var paused = paused(authority, now, true);
            if (paused.isPresent()) return paused;
            var spent = exempt ? Optional.<Spent>empty() : spent(authority, order, now);
            if (spent.isEmpty()) note(authority, order, "ORDER", now);
            return spent;
        });
    }

    /// Whether the host has failed too often in this hour to try it once more.
    Optional<Spent> failures(CertificateOrder order, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> free("host = ? and kind = 'FAILURE'", order.host, config.failuresPerHostMax(), now))
                .map(until -> new Spent(Reason.HOST_FAILURES_SPENT, null, until));
    }

    /// In the transaction that keeps the failure.
    void failed(Authority authority, CertificateOrder order, Instant now) {
        note(authority, order, "FAILURE", now);
    }

    Optional<Spent> paused(Authority authority, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> paused(authority, now, false));
    }

    /// Asks nothing of the authority until then.
    void pause(Authority authority, Instant until, String words) {
        QuarkusTransaction.requiringNew().run(() -> sql.update("""
                update platform.acme_account set paused_until = greatest(paused_until, ?), pause_reason = left(?, 1000)
                where directory = ?
                """, until, words, authority.directory()));
    }

    void forgetOld(Instant now) {
        sql.update("delete from platform.acme_attempt where at < ?", now.minus(KEPT));
    }

    private Optional<Spent> paused(Authority authority, Instant now, boolean lock) {
        return sql.first(
                        "select paused_until, pause_reason from platform.acme_account where directory = ?"
                                + (lock ? " for update" : ""),
                        row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .filter(now::isBefore)
                                .map(until -> new Spent(Reason.AUTHORITY_PAUSED, null, until)),
                        authority.directory())
                .flatMap(found -> found);
    }

    private Optional<Spent> spent(Authority authority, CertificateOrder order, Instant now) {
        int all = config.ordersPerHourMax();
        var orders = free(
                "directory = ? and kind = 'ORDER'", authority.directory(), order.renewal() ? all : all * 2 / 3, now);
        if (orders.isPresent() || order.renewal())
            return orders.map(until -> new Spent(Reason.ORDERS_SPENT, null, until));
        return free(
                        "organization_id = ? and kind = 'ORDER' and not renewal",
                        order.organization,
                        config.ordersPerOrganizationMax(),
                        now)
                .map(until -> new Spent(Reason.ORGANIZATION_ORDERS_SPENT, null, until));
    }

    /// @return when the oldest of the last `max` in this hour no longer counts; nothing when there is room
    private Optional<Instant> free(String which, String value, int max, Instant now) {
        return sql.first(
                "select at from platform.acme_attempt where %s and at > ? order by at desc offset ? limit 1"
                        .formatted(which),
                row -> row.getObject(1, OffsetDateTime.class).toInstant().plus(HOUR),
                value,
                now.minus(HOUR),
                Math.max(0, max - 1));
    }

    private void note(Authority authority, CertificateOrder order, String kind, Instant now) {
        sql.update("""
                insert into platform.acme_attempt (at, directory, organization_id, host, kind, renewal) values (?, ?, ?, ?, ?, ?)
                """, now, authority.directory(), order.organization, order.host, kind, order.renewal());
    }
}
