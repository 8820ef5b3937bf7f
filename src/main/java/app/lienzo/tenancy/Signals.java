package app.lienzo.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/// Hints between replicas over PostgreSQL's LISTEN and NOTIFY: "look again". A hint may be lost (a
/// connection broke) and then every listener is told to look; so a listener never learns anything that
/// is not also in a table, or that matters after ten seconds.
///
/// Hints leave after the commit that caused them, from one thread per replica, many in one
/// notification: a NOTIFY inside every transaction would make PostgreSQL commit them one after the
/// other.
@ApplicationScoped
public class Signals {
    /// What a listener hears when hints may have been lost.
    public static final String EVERYTHING = "";

    private static final Logger LOG = Logger.getLogger(Signals.class);
    private static final String CHANNEL = "lienzo";
    private static final int PAYLOAD_MAX = 7_500;

    /// Nobody waits for the disk: what a crash takes of hints was allowed to be lost.
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', ?)";

    private static final Duration GATHER = Duration.ofMillis(20);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    /// So often the line is tried, and so long an answer may take: a line that is dead without anybody having said so
    /// is found out within half a minute.
    private static final Duration LINE_CHECK = Duration.ofSeconds(10);

    private static final Duration LINE_PATIENCE = Duration.ofSeconds(15);
    private static final int QUEUE_MAX = 100_000;

    private record Hint(String topic, String text) {}

    private final String replica = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Hint> outgoing = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final String url;
    private final String user;
    private final String password;
    private volatile boolean open = true;

    Signals(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.database = database;
        this.transaction = transaction;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /// Calls `heard` on this replica for every hint of a topic, from wherever it came. It must not
    /// block for long.
    public void listen(String topic, Consumer<String> heard) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(heard);
    }

    /// Tells this replica at once and the others soon; within a transaction, after it committed.
    ///
    /// @param text at most a few hundred bytes, no line breaks
    public void tell(String topic, String text) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            deliver(topic, text);
            return;
        }
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // A hint that travelled before the commit would say too much.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) deliver(topic, text);
            }
        });
    }

    private void deliver(String topic, String text) {
        hear(topic, text);
        if (!outgoing.offer(new Hint(topic, text)))
            LOG.warn("Too many hints are waiting; the other replicas will look later");
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("signals-out").start(this::send);
        Thread.ofPlatform().daemon().name("signals-in").start(this::receive);
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    private void send() {
        while (open) {
            try {
                var first = outgoing.poll(1, TimeUnit.SECONDS);
                if (first == null) continue;
                TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
                var gathered = new LinkedHashSet<Hint>();
                gathered.add(first);
                outgoing.drainTo(gathered, 1_000);
                notifyOthers(gathered);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                if (open) LOG.warnf("Hints were not sent: %s", e.getMessage());
            }
        }
    }

    private void notifyOthers(Iterable<Hint> hints) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NOTIFY)) {
            var payload = new StringBuilder(replica);
            for (var hint : hints) {
                if (payload.length() + hint.topic().length() + hint.text().length() > PAYLOAD_MAX) {
                    statement.setString(1, payload.toString());
                    statement.execute();
                    payload.setLength(replica.length());
                }
                payload.append('\n').append(hint.topic()).append('\t').append(hint.text());
            }
            statement.setString(1, payload.toString());
            statement.execute();
        }
    }

    private void receive() {
        while (open) {
            try (var connection = DriverManager.getConnection(url, line());
                    var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                listeners.keySet().forEach(topic -> hear(topic, EVERYTHING));
                while (open) {
                    hearFor(LINE_CHECK, connection.unwrap(PGConnection.class));
                    statement.execute("select 1");
                }
            } catch (SQLException e) {
                if (open) LOG.warnf("No hints from the database, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    private void hearFor(Duration time, PGConnection line) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        while (open && System.nanoTime() < end) {
            var heard = line.getNotifications(1_000);
            if (heard == null) continue;
            for (var notification : heard) read(notification.getParameter());
        }
    }

    private Properties line() {
        var line = new Properties();
        line.setProperty("user", user);
        line.setProperty("password", password);
        line.setProperty("socketTimeout", Long.toString(LINE_PATIENCE.toSeconds()));
        return line;
    }

    private void read(String payload) {
        var lines = payload.split("\n");
        if (lines[0].equals(replica)) return;
        for (int i = 1; i < lines.length; i++) {
            int tab = lines[i].indexOf('\t');
            hear(lines[i].substring(0, tab), lines[i].substring(tab + 1));
        }
    }

    private void hear(String topic, String text) {
        for (var listener : listeners.getOrDefault(topic, List.of())) {
            try {
                listener.accept(text);
            } catch (RuntimeException e) {
                LOG.errorf(e, "A listener of %s failed", topic);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RECONNECT.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
