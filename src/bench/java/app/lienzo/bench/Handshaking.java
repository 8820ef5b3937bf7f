package app.lienzo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// T1 to T3: what a full handshake costs the server, in processor time, and what a host costs in memory.
final class Handshaking {
    private static final int ROUNDS = 3;

    private final Site site;
    private final HttpsProduct product;
    private final Domains domains;

    Handshaking(Site site, HttpsProduct product, Domains domains) {
        this.site = site;
        this.product = product;
        this.domains = domains;
    }

    /// Knows what the product holds before any of the domains is there.
    void run(double heapBefore) {
        memory(heapBefore);
        if (site.options().wants("T1", "T2")) cost();
    }

    /// All certificates are asked for once: that also warms the product up.
    private void memory(double heapBefore) {
        Report.say("\nT3");
        var each = domains.all().iterator();
        Tls.shake(product.httpsPort(), domains.all().size(), () -> {
            synchronized (each) {
                return each.next().host();
            }
        });
        double perDomain = (product.liveHeap() - heapBefore) / domains.all().size() / 1024;
        site.report()
                .goal(
                        Goal.atMost(
                                        "T3",
                                        "live heap for each of %,d hosts, all certificates in memory"
                                                .formatted(domains.all().size()),
                                        "–",
                                        6,
                                        4)
                                .in("KiB"),
                        List.of(perDomain));
    }

    private void cost() {
        Report.say("\nT1, T2");
        int count = site.options().quick() ? 1_000 : 3_000;
        var besideNginx = new ArrayList<Double>();
        var besideOne = new ArrayList<Double>();
        try (var nginx = new Nginx(domains)) {
            Tls.shake(nginx.port(), 500, domains::any);
            for (int i = 0; i < ROUNDS; i++) {
                double theirs = millis(nginx.pid(), nginx.port(), count, domains::any);
                double ours = millis(product.pid(), product.httpsPort(), count, domains::any);
                double one = millis(
                        product.pid(),
                        product.httpsPort(),
                        count,
                        () -> domains.all().getFirst().host());
                site.report()
                        .note(String.format(
                                Locale.ROOT,
                                "T1, T2: processor time for a full handshake: nginx %.2f ms, product %.2f ms, product with one name %.2f ms (load %s)",
                                theirs,
                                ours,
                                one,
                                Machine.loadAverage()));
                besideNginx.add(ours / theirs);
                besideOne.add(ours / one);
            }
        }
        site.report()
                .goal(
                        Goal.atMost(
                                "T1",
                                "processor time of a full handshake, 20,000 P-256 certificates, random names",
                                "nginx with the same certificates by $ssl_server_name",
                                1.3,
                                1),
                        besideNginx);
        site.report().goal(Goal.atMost("T2", "the same", "the product, always the same name", 1.1, 1), besideOne);
    }

    private static double millis(long pid, int port, int count, Supplier<String> names) {
        double before = Machine.processorSeconds(pid);
        Tls.shake(port, count, names);
        return (Machine.processorSeconds(pid) - before) * 1_000 / count;
    }
}
