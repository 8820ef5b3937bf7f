package app.lienzo.acme;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.Connection;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.provider.AbstractAcmeProvider;
import org.shredzone.acme4j.toolbox.JSON;

/// One authority as the library's sessions reach it: with its own trust, and one directory for all of them
/// instead of one request for it before each of the others.
final class AuthorityProvider extends AbstractAcmeProvider {
    private static final Duration DIRECTORY_KEPT = Duration.ofHours(1);

    private record Directory(JSON content, Instant until) {}

    private final HttpClient http;
    private final Clock clock;
    private volatile @Nullable Directory directory;

    AuthorityProvider(HttpClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public boolean accepts(URI uri) {
        return true;
    }

    @Override
    public URL resolve(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No address of a directory: " + uri, e);
        }
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        return http;
    }

    @Override
    public Connection connect(URI server, NetworkSettings settings, HttpClient client) {
        return new AuthorityConnection(createHttpConnector(settings, client), clock);
    }

    @Override
    public @Nullable JSON directory(Session session, URI server) throws AcmeException {
        var known = directory;
        if (known != null && known.until().isAfter(clock.instant()))
            return session.hasDirectory() ? null : known.content();
        try (var connection = connect(server, session.networkSettings(), http)) {
            connection.sendRequest(resolve(server), session, null);
            var content = connection.readJsonResponse();
            directory = new Directory(content, clock.instant().plus(DIRECTORY_KEPT));
            return content;
        }
    }

    /// It may have moved.
    void forgetDirectory() {
        directory = null;
    }

    @Override
    public Optional<String> getProposedEabMacAlgorithm() {
        return Optional.empty();
    }
}
