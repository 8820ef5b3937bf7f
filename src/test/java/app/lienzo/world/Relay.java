package app.lienzo.world;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// A port of this machine that leads to another one, which is only known once somebody calls; 0 for nobody
/// there.
public final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final IntSupplier target;
    private final AtomicInteger callers = new AtomicInteger();

    private Relay(ServerSocket door, IntSupplier target) {
        this.door = door;
        this.target = target;
    }

    public static Relay to(IntSupplier target) {
        return at("127.0.0.1", 0, target);
    }

    /// @param address one of this machine's
    public static Relay at(String address, int port, IntSupplier target) {
        try {
            var relay = new Relay(new ServerSocket(port, 50, InetAddress.getByName(address)), target);
            Thread.ofVirtual().start(relay::welcome);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /// How many have called so far.
    public int callers() {
        return callers.get();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                callers.incrementAndGet();
                Thread.ofVirtual().start(() -> join(caller));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void join(Socket caller) {
        int port = target.getAsInt();
        try (caller;
                var called = port == 0 ? null : new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (called == null) return;
            var back = Thread.ofVirtual().start(() -> copy(called, caller));
            copy(caller, called);
            back.join();
        } catch (IOException _) {
            // Whoever called hears that nobody is there.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException _) {
            close(to);
        }
    }

    private static void close(Closeable thing) {
        try {
            thing.close();
        } catch (IOException _) {
            // It is gone.
        }
    }

    @Override
    public void close() {
        close(door);
    }
}
