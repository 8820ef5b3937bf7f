package app.lienzo.acme;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.exception.AcmeException;

/// A certificate authority and the sessions to it. A session has one request on its way at a time, so there
/// are as many as orders are worked on at once; all of them use one account.
final class Authority {
    private final String name;
    private final AcmeConfig.AuthorityConfig config;
    private final URI directory;
    private final AuthorityProvider provider;
    /// The one used last is taken first: it has a nonce.
    private final BlockingDeque<Session> sessions;

    Authority(String name, AcmeConfig.AuthorityConfig config, Duration patience, int sessionsMax, Clock clock) {
        this.name = name;
        this.config = config;
        this.directory = URI.create(config.directory().orElseThrow());
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience);
        config.trust().map(Path::of).map(TrustedRoots::of).ifPresent(http::sslContext);
        this.provider = new AuthorityProvider(http.build(), clock);
        this.sessions = new LinkedBlockingDeque<>(sessionsMax);
        for (int i = 0; i < sessionsMax; i++) {
            var session = new Session(directory, provider);
            session.networkSettings().setTimeout(patience);
            sessions.add(session);
        }
    }

    /// What is asked of an authority in one go.
    @FunctionalInterface
    interface Talk<T> {
        T with(Session session) throws AcmeException;
    }

    String name() {
        return name;
    }

    AcmeConfig.AuthorityConfig config() {
        return config;
    }

    String directory() {
        return directory.toString();
    }

    /// Whether CAA records that allow these let it issue; an empty list allows everybody.
    boolean allowedBy(Collection<String> identities) {
        var own = config.caa();
        return identities.isEmpty() || own.isEmpty() || own.get().stream().anyMatch(identities::contains);
    }

    /// Talks over a session that nobody else uses meanwhile; waits for one.
    <T> T talk(Talk<T> talk) throws AcmeException {
        Session session;
        try {
            session = sessions.takeFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AcmeException("Interrupted", e);
        }
        try {
            return talk.with(session);
        } finally {
            sessions.addFirst(session);
        }
    }

    void forgetDirectory() {
        provider.forgetDirectory();
    }
}
