package app.lienzo.certificates;

import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.Signals;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Which host names have a certificate, in memory on every replica: a name that is not here costs a
/// handshake neither a query nor a signature. Kept up by hints and, because hints get lost, by looking
/// every few seconds; what was known goes on being known while the database is away.
@ApplicationScoped
class ServedNames {
    /// Told when a host's certificates change.
    static final String CHANGED = "certificates";

    private static final Logger LOG = Logger.getLogger(ServedNames.class);

    /// Before anything that listens.
    private static final int EARLY = 100;

    private static final String NOTHING = "0";

    private static final String NOW = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    /// All rows of the hosts of which one changed; at the first look, of all hosts. What changed in a
    /// transaction to come was written by another server, of which this database is a copy: those rows are
    /// read once and not at each look. Of a name that went to another organization the former
    /// one's certificate does not count.
    private static final String CHANGES = """
            select c.host, c.id, c.not_before, c.not_after,
                c.sealed_key is not null and (s.host is null or s.organization_id = c.organization_id)
            from platform.certificate c left join platform.site s on s.host = c.host
            where c.host in (
                select host from platform.certificate
                where changed_in >= ?::xid8 and (? or changed_in < pg_snapshot_xmax(pg_current_snapshot())))
            order by c.source desc, c.not_before desc, c.id desc
            """;

    /// One certificate of a host.
    ///
    /// @param notBefore seconds since 1970, as is the other
    record Offer(UUID id, long notBefore, long notAfter) {
        boolean validAt(long now) {
            return notBefore <= now && now < notAfter;
        }
    }

    private final Map<String, List<Offer>> offers = new ConcurrentHashMap<>();
    private final Semaphore hints = new Semaphore(0);
    private final AgroalDataSource database;
    private final Clock clock;
    private final CertificateConfig config;
    private String seen = NOTHING;
    private volatile boolean open = true;

    ServedNames(AgroalDataSource database, Signals signals, Clock clock, CertificateConfig config) {
        this.database = database;
        this.clock = clock;
        this.config = config;
        signals.listen(CHANGED, _ -> hints.release());
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        look();
        Thread.ofPlatform().daemon().name("certificate-names").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    /// The certificate to show for a host now: its own, or one for all names beside it. When none is
    /// valid, the one that would be next: a client with a wrong clock may think otherwise.
    Optional<Offer> best(String host) {
        var all = offers.get(host);
        if (all == null) all = offers.get(CoveredNames.wildcard(host));
        if (all == null) return Optional.empty();
        long now = clock.instant().getEpochSecond();
        for (var offer : all) if (offer.validAt(now)) return Optional.of(offer);
        return Optional.of(all.getFirst());
    }

    /// Whether a host has a certificate that is valid now.
    boolean active(String host) {
        long now = clock.instant().getEpochSecond();
        return best(host).filter(offer -> offer.validAt(now)).isPresent();
    }

    int size() {
        return offers.size();
    }

    private void follow() {
        while (open) {
            try {
                if (hints.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) hints.drainPermits();
                if (open) look();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (open) LOG.warnf("Certificates were not looked for: %s", e.getMessage());
            }
        }
    }

    /// Reads what changed since it was last called; asks the database.
    ///
    /// The point up to which was seen is taken before the rows are read: some may be read twice, none is
    /// passed over.
    synchronized void look() {
        try (var connection = database.getConnection()) {
            var until = now(connection);
            var changed = changes(connection);
            changed.forEach((host, usable) -> {
                if (usable.isEmpty()) offers.remove(host);
                else offers.put(host, List.copyOf(usable));
            });
            seen = until;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private static String now(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NOW);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Map<String, List<Offer>> changes(Connection connection) throws SQLException {
        var changed = new HashMap<String, List<Offer>>();
        try (var statement = connection.prepareStatement(CHANGES)) {
            statement.setString(1, seen);
            statement.setBoolean(2, seen.equals(NOTHING));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var usable = changed.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>(1));
                    if (!rows.getBoolean(5)) continue;
                    usable.add(new Offer(
                            rows.getObject(2, UUID.class),
                            rows.getObject(3, OffsetDateTime.class).toEpochSecond(),
                            rows.getObject(4, OffsetDateTime.class).toEpochSecond()));
                }
            }
        }
        return changed;
    }
}
