package app.lienzo.world;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for programs that are told theirs.
public final class Ports {
    /// Below those from which a system gives one to every connection that goes out. Who asks a port of those again and
    /// again whether the program is there is connected with himself one day, and the program finds its port taken.
    private static final int FROM = 12_000;

    private static final int TO = 32_000;

    private Ports() {}

    /// One that nobody listens at now.
    public static int free() {
        for (int i = 0; i < 1_000; i++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException _) {
                // Somebody does.
            }
        }
        throw new IllegalStateException("No port is free");
    }
}
