package app.lienzo.certificates;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Which certificate a client is shown. Decided from memory wherever possible: a name that nobody has
/// costs no query, and one that is known waits for the database only the first time.
@ApplicationScoped
class CertificateChoice {
    private static final CompletableFuture<Optional<ServedCertificate>> NONE =
            CompletableFuture.completedFuture(Optional.empty());

    private final ServedNames names;
    private final ServedCertificates certificates;
    private final OwnCertificate own;
    private final List<ChallengeCertificates> challenges;
    private final Semaphore questions;
    private final CertificateConfig config;

    CertificateChoice(
            ServedNames names,
            ServedCertificates certificates,
            OwnCertificate own,
            @All List<ChallengeCertificates> challenges,
            CertificateConfig config) {
        this.names = names;
        this.certificates = certificates;
        this.own = own;
        this.challenges = challenges;
        this.questions = new Semaphore(config.loadsAtOnceMax());
        this.config = config;
    }

    /// Empty when there is nothing to show; the future fails when there is and it could not be had.
    CompletableFuture<Optional<ServedCertificate>> of(ClientHello hello) {
        if (hello.asksForProof()) return hello.unnamed() ? NONE : proof(hello.name());
        if (hello.unnamed()) return shown(own.current());
        var offer = names.best(hello.name());
        if (offer.isPresent()) return offered(hello.name(), offer.get().id());
        return own.covers(hello.name()) ? shown(own.current()) : NONE;
    }

    /// Whether a host can be reached over TLS now, with a certificate that clients accept.
    boolean active(String host) {
        return names.active(host) || own.covers(host);
    }

    private CompletableFuture<Optional<ServedCertificate>> offered(String host, UUID id) {
        var ready = certificates.inMemory(id);
        return ready == null
                ? certificates
                        .load(id)
                        .thenComposeAsync(
                                read -> read == null ? renewed(host, id) : shown(read), Thread::startVirtualThread)
                : shown(ready);
    }

    /// The key was destroyed because there is a newer certificate, and the hint has not come yet.
    private CompletableFuture<Optional<ServedCertificate>> renewed(String host, UUID gone) {
        names.look();
        var offer = names.best(host).filter(other -> !other.id().equals(gone));
        return offer.isEmpty() ? NONE : certificates.load(offer.get().id()).thenApply(Optional::ofNullable);
    }

    /// So few authorities ask at a time that whoever asks beside them means no good.
    private CompletableFuture<Optional<ServedCertificate>> proof(String host) {
        if (challenges.isEmpty() || !questions.tryAcquire()) return NONE;
        var found = new CompletableFuture<Optional<ServedCertificate>>();
        Thread.ofVirtual().name("certificate-proof").start(() -> {
            try {
                found.complete(challenges.stream()
                        .flatMap(port -> port.find(host).stream())
                        .map(one -> new ServedCertificate(List.of(one.certificate()), one.key()))
                        .findFirst());
            } catch (RuntimeException e) {
                found.completeExceptionally(e);
            } finally {
                questions.release();
            }
        });
        return found.orTimeout(config.loadPatience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<Optional<ServedCertificate>> shown(@Nullable ServedCertificate certificate) {
        return CompletableFuture.completedFuture(Optional.ofNullable(certificate));
    }
}
