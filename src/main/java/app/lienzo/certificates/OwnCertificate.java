package app.lienzo.certificates;

import app.lienzo.kernel.Refused;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The installation's own certificate, for the platform's names: two PEM files, read again when they
/// change. A pair that does not fit together, as while one of the two is already new, leaves the one
/// before in place.
@ApplicationScoped
class OwnCertificate {
    private static final Logger LOG = Logger.getLogger(OwnCertificate.class);

    private record Read(ServedCertificate certificate, List<String> names) {}

    private final Optional<Path> chainFile;
    private final Optional<Path> keyFile;
    private final CertificateConfig config;
    private List<FileTime> seen = List.of();
    private volatile @Nullable Read current;
    private volatile boolean open = true;

    OwnCertificate(CertificateConfig config) {
        this.config = config;
        this.chainFile = config.ownCertificate().map(Path::of);
        this.keyFile = config.ownKey().map(Path::of);
        if (chainFile.isEmpty() || keyFile.isEmpty()) return;
        look();
        Thread.ofPlatform().daemon().name("certificate-files").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Nullable
    ServedCertificate current() {
        var read = current;
        return read == null ? null : read.certificate();
    }

    boolean covers(String host) {
        var read = current;
        return read != null && (read.names().contains(host) || read.names().contains(CoveredNames.wildcard(host)));
    }

    private void follow() {
        while (open) {
            try {
                Thread.sleep(config.poll());
                look();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look() {
        try {
            var chain = chainFile.orElseThrow();
            var key = keyFile.orElseThrow();
            var times = List.of(Files.getLastModifiedTime(chain), Files.getLastModifiedTime(key));
            if (times.equals(seen)) return;
            current = read(Files.readString(chain), Files.readString(key));
            seen = times;
        } catch (IOException | Refused e) {
            LOG.warnf("The installation's certificate was not read: %s", e.getMessage());
        }
    }

    private static Read read(String chainPem, String keyPem) {
        var chain = Pem.certificates(chainPem);
        var key = Pem.key(keyPem);
        if (!CheckedCertificate.fits(chain.getFirst().getPublicKey(), key))
            throw Refused.invalid("certificate-key-other");
        return new Read(new ServedCertificate(chain, key), CoveredNames.of(chain.getFirst()));
    }
}
