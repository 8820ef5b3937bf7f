package app.lienzo.certificates;

import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.Vault;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Certificates with their keys, ready for use: in memory those that were asked for lately, from the
/// database the others. A certificate never changes, so nothing here can be out of date.
@ApplicationScoped
class ServedCertificates {
    private static final Logger LOG = Logger.getLogger(ServedCertificates.class);
    private static final String ONE = "select host, chain, sealed_key from platform.certificate where id = ?";

    private final AsyncCache<UUID, ServedCertificate> ready;
    /// Many certificates have the same issuer.
    private final Interner<X509Certificate> issuers = Interner.newWeakInterner();
    private final Semaphore turns;
    private final AgroalDataSource database;
    private final Vault vault;
    private final CertificateConfig config;

    ServedCertificates(AgroalDataSource database, Vault vault, CertificateConfig config) {
        this.database = database;
        this.vault = vault;
        this.config = config;
        this.turns = new Semaphore(config.loadsAtOnceMax());
        this.ready = Caffeine.newBuilder().maximumSize(config.inMemoryMax()).buildAsync();
    }

    @Nullable
    ServedCertificate inMemory(UUID id) {
        var known = ready.getIfPresent(id);
        return known == null || !known.isDone() || known.isCompletedExceptionally() ? null : known.join();
    }

    /// Reads it off the event loop, once however many ask at the same time. The future gives null when the
    /// certificate is gone, and fails when the database does not answer in time.
    CompletableFuture<@Nullable ServedCertificate> load(UUID id) {
        return ready.get(id, (key, _) -> {
            var found = new CompletableFuture<ServedCertificate>();
            Thread.ofVirtual().name("certificate-load").start(() -> complete(found, key));
            return found.orTimeout(config.loadPatience().toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void complete(CompletableFuture<ServedCertificate> found, UUID id) {
        try {
            turns.acquire();
            try {
                if (!found.isDone()) found.complete(read(id));
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            found.completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.warnf("A certificate was not read: %s", e.getMessage());
            found.cancel(false);
        }
    }

    private @Nullable ServedCertificate read(UUID id) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ONE)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next() || rows.getBytes(3) == null) return null;
                return served(id, rows.getString(1), Pem.certificates(rows.getBytes(2)), rows.getBytes(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private ServedCertificate served(UUID id, String host, List<X509Certificate> read, byte[] sealedKey) {
        var chain = new ArrayList<X509Certificate>(read.size());
        chain.add(read.getFirst());
        for (var issuer : read.subList(1, read.size())) chain.add(issuers.intern(issuer));
        try {
            var key = vault.openFor(ServedCertificate.sealedAs(id, host), sealedKey);
            var algorithm = read.getFirst().getPublicKey().getAlgorithm();
            return new ServedCertificate(List.copyOf(chain), Pem.key(algorithm, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }
}
