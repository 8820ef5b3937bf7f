package app.lienzo.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// What only this installation knows of its own server: the passwords of its roles, its secret, and the port it
/// listens on. Kept in one file that nobody else may read.
final class ClusterSecrets {
    private static final List<String> SECRETS =
            List.of("postgres", "lienzo_owner", "lienzo_app", "lienzo_ops", "secret");

    private final Path file;
    private final Properties values = new Properties();

    /// Reads those of `folder`, or makes them.
    ClusterSecrets(Path folder) throws IOException {
        file = folder.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
            return;
        }
        for (var name : SECRETS) values.setProperty(name, Passwords.next());
        listenOn(freePort());
    }

    String get(String name) {
        return values.getProperty(name);
    }

    String port() {
        return get("port");
    }

    /// Another port when somebody else has taken this one while the server was down.
    void leaveTakenPort() throws IOException {
        if (!free(Integer.parseInt(port()))) listenOn(freePort());
    }

    private void listenOn(int port) throws IOException {
        values.setProperty("port", Integer.toString(port));
        Passwords.writePrivately(file, writer -> values.store(writer, "Made at first start; keep it secret"));
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            // As PostgreSQL does: connections of the last run that linger are nobody's.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
