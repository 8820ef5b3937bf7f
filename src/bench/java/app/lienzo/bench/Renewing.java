package app.lienzo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// T5, T6: returning clients, and certificates that change under load on two replicas.
final class Renewing {
    private static final int HOT = 50;
    private static final int OTHERS = 20;

    private final Site site;
    private final HttpsProduct product;
    private final Domains domains;

    Renewing(Site site, HttpsProduct product, Domains domains) {
        this.site = site;
        this.product = product;
        this.domains = domains;
    }

    void run() {
        if (site.options().wants("T5")) returning();
        if (site.options().wants("T6")) renewals();
    }

    /// Each client comes again ten times to its host; others bring a session of one host to another.
    private void returning() {
        Report.say("\nT5");
        int visits = 0;
        int resumed = 0;
        int elsewhere = 0;
        int clients = site.options().quick() ? 20 : 100;
        try {
            for (int i = 0; i < clients; i++) {
                var client = new Tls();
                var host = domains.any();
                for (int visit = 0; visit <= 10; visit++) {
                    int before = client.full();
                    visit(client, host);
                    if (visit > 0) visits++;
                    if (visit > 0 && client.full() == before) resumed++;
                }
            }
            for (int i = 0; i < OTHERS; i++)
                if (Tls.resumesElsewhere(product.httpsPort(), host(i), host(i + 1))) elsewhere++;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        site.report()
                .goal(
                        Goal.atLeast("T5", "returning clients that resume, same name", "all", 0.95, 1),
                        List.of((double) resumed / visits));
        site.report()
                .goal(
                        Goal.atMost("T5", "sessions resumed under another name, of " + OTHERS, "–", 0, 0),
                        List.of((double) elsewhere));
    }

    private void visit(Tls client, String host) throws IOException {
        try (var socket = client.connect(product.httpsPort(), host, host)) {
            socket.getOutputStream()
                    .write(("GET /robots.txt HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes());
            while (socket.getInputStream().read() >= 0) {
                // Its ticket comes before the answer.
            }
        }
    }

    private void renewals() {
        Report.say("\nT6");
        int count = site.options().quick() ? 100 : 1_000;
        var going = new AtomicBoolean(true);
        var handshakes = new AtomicInteger();
        var failed = new AtomicInteger();
        var delays = new ArrayList<Double>();
        try (var second = new HttpsProduct(site, Map.of());
                var threads = Executors.newFixedThreadPool(4)) {
            Tls.waitFor(second.httpsPort(), host(0));
            var load = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                int port = i % 2 == 0 ? product.httpsPort() : second.httpsPort();
                load.add(threads.submit(load(port, going, handshakes, failed)));
            }
            var watcher = new Tls();
            for (int i = 0; i < count; i++) {
                var renewed = Domain.of(host(i % HOT));
                var serial = renewed.certificate().getSerialNumber().toString(16);
                domains.renew(renewed);
                long stored = System.nanoTime();
                for (int port : new int[] {product.httpsPort(), second.httpsPort()})
                    while (!watcher.shake(port, renewed.host()).equals(serial)) Machine.pause(2);
                delays.add((System.nanoTime() - stored) / 1e6);
            }
            going.set(false);
            for (var one : load) one.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        site.report()
                .goal(
                        Goal.atMost(
                                "T6",
                                "failed handshakes during %,d renewals, of %,d".formatted(count, handshakes.get()),
                                "–",
                                0,
                                0),
                        List.of((double) failed.get()));
        site.report()
                .goal(
                        Goal.atMost("T6", "longest time until both of two replicas show a renewal", "–", 1_000, 100)
                                .in("ms"),
                        List.of(delays.stream().mapToDouble(d -> d).max().orElseThrow()));
    }

    private String host(int number) {
        return domains.all().get(number).host();
    }

    private Callable<Void> load(int port, AtomicBoolean going, AtomicInteger handshakes, AtomicInteger failed) {
        return () -> {
            var client = new Tls();
            while (going.get()) {
                try {
                    client.shake(port, host(ThreadLocalRandom.current().nextInt(HOT)));
                } catch (IOException e) {
                    Report.say("T6: " + e);
                    failed.incrementAndGet();
                }
                handshakes.incrementAndGet();
            }
            return null;
        };
    }
}
