package app.lienzo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// T4: what requests of others feel of handshakes whose certificates come from a database 10 ms away, beside as many
/// handshakes whose certificates are in memory.
final class ColdCertificates {
    private static final int DELAY_MILLIS = 5;
    private static final int PER_SECOND = 40;

    private final Site site;
    private final Domains domains;

    ColdCertificates(Site site, Domains domains) {
        this.site = site;
        this.domains = domains;
    }

    void run() {
        if (!site.options().wants("T4")) return;
        Report.say("\nT4");
        var values = new ArrayList<Double>();
        try (var distance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> accept(distance));
            var url = "jdbc:postgresql://127.0.0.1:" + distance.getLocalPort() + "/lienzo";
            try (var product = new HttpsProduct(
                    site, Map.of("QUARKUS_DATASOURCE_JDBC_URL", url, "QUARKUS_DATASOURCE_OPS_JDBC_URL", url))) {
                var next = new AtomicInteger();
                var hot = domains.all().getFirst().host();
                Tls.waitFor(product.httpsPort(), hot);
                Tls.shake(product.httpsPort(), 2_000, () -> hot);
                Supplier<String> cold = () -> domains.all()
                        .get(1 + next.getAndIncrement() % (domains.all().size() - 1))
                        .host();
                round(product, () -> hot);
                for (int i = 0; i < 3; i++) {
                    var warm = round(product, () -> hot);
                    var beside = round(product, cold);
                    site.report()
                            .note(String.format(
                                    Locale.ROOT,
                                    "T4: %d handshakes a second beside 4 clients: in memory %.0f requests/s, p50 %.2f ms; from afar %.0f requests/s, p50 %.2f ms (load %s)",
                                    PER_SECOND,
                                    warm.rate(),
                                    warm.millis(0.5),
                                    beside.rate(),
                                    beside.millis(0.5),
                                    Machine.loadAverage()));
                    values.add(beside.rate() / warm.rate());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        site.report()
                .goal(
                        Goal.atLeast(
                                "T4",
                                "requests beside handshakes with cold certificates, database 10 ms away",
                                "beside as many with warm ones",
                                0.75,
                                0.95),
                        values);
    }

    private Sample round(HttpsProduct product, Supplier<String> names) {
        var going = new AtomicBoolean(true);
        var shaking = Thread.ofPlatform().start(() -> {
            while (going.get()) {
                Thread.ofVirtual().start(() -> {
                    try {
                        new Tls().shake(product.httpsPort(), names.get());
                    } catch (IOException e) {
                        Report.say("T4: " + e);
                    }
                });
                Machine.pause(1_000 / PER_SECOND);
            }
        });
        var request = Request.Sender.anonymous("few.localhost").get("/widget.js", 200, "");
        try {
            return Load.run(product.port(), 4, Duration.ofSeconds(site.options().quick() ? 4 : 8), () -> request);
        } finally {
            going.set(false);
            try {
                shaking.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void accept(ServerSocket distance) {
        while (!distance.isClosed()) {
            try {
                var near = distance.accept();
                var far = new Socket(
                        InetAddress.getLoopbackAddress(),
                        Integer.parseInt(site.cluster().port()));
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                carry(near.getInputStream(), far.getOutputStream());
                carry(far.getInputStream(), near.getOutputStream());
            } catch (IOException _) {
                // The end.
            }
        }
    }

    private record Parcel(long due, byte[] content) {}

    private static void carry(InputStream from, OutputStream to) {
        var road = new LinkedBlockingQueue<Parcel>();
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[65_536];
            try {
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer))
                    road.add(new Parcel(
                            System.nanoTime() + DELAY_MILLIS * 1_000_000L, java.util.Arrays.copyOf(buffer, read)));
            } catch (IOException _) {
                // The end.
            }
            road.add(new Parcel(0, new byte[0]));
        });
        Thread.ofVirtual().start(() -> {
            try {
                for (var parcel = road.take(); parcel.content().length > 0; parcel = road.take()) {
                    long wait = parcel.due() - System.nanoTime();
                    if (wait > 0) java.util.concurrent.TimeUnit.NANOSECONDS.sleep(wait);
                    to.write(parcel.content());
                    to.flush();
                }
                to.close();
            } catch (IOException _) {
                // The end.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
