package app.lienzo.story;

import app.lienzo.world.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real identity provider, from the archive that the build unpacks, with one realm and one person in it.
final class Keycloak implements AutoCloseable {
    static final String CLIENT = "helpdesk";
    static final String SECRET = "keycloak-test-secret";
    static final String PASSWORD = "Keycloak2026demo";

    private static final Path LOG = Path.of("target", "keycloak", "keycloak.log");
    private static final int PATIENCE_SECONDS = 240;

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param redirect where its client may send people
    /// @param email of its one person, who is also called so
    static Keycloak start(String redirect, String email) {
        try (var unpacked = Files.list(Path.of("target", "keycloak"))) {
            var home = unpacked.filter(path -> Files.isDirectory(path.resolve("lib")))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
            delete(home.resolve("data"));
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(home.resolve("data/import/people-realm.json"), realm(redirect, email));
            var port = Ports.free();
            var command = new ProcessBuilder(List.of(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--log-level=WARN"))
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile());
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
            command.environment().remove("JAVA_OPTS");
            var keycloak = new Keycloak(command.start(), port);
            try {
                keycloak.awaitReady();
            } catch (RuntimeException e) {
                keycloak.close();
                throw e;
            }
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/people";
    }

    private void awaitReady() throws IOException {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .build();
        for (int second = 0; second < PATIENCE_SECONDS && process.isAlive(); second++) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException _) {
                // Not yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            pause();
        }
        throw new IllegalStateException("Keycloak did not start: " + Files.readString(LOG));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static String realm(String redirect, String email) {
        return """
                {"realm": "people", "enabled": true, "sslRequired": "none",
                 "clients": [{"clientId": "%s", "secret": "%s", "protocol": "openid-connect", "publicClient": false,
                   "standardFlowEnabled": true, "redirectUris": ["%s"],
                   "attributes": {"pkce.code.challenge.method": "S256"}}],
                 "users": [{"username": "ana", "enabled": true, "firstName": "Ana", "lastName": "Lago",
                   "email": "%s", "emailVerified": true,
                   "credentials": [{"type": "password", "value": "%s", "temporary": false}]}]}
                """.formatted(CLIENT, SECRET, redirect, email, PASSWORD);
    }

    @Override
    public void close() {
        var all = java.util.stream.Stream.concat(process.descendants(), java.util.stream.Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
