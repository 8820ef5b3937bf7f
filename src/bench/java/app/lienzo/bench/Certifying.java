package app.lienzo.bench;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// T1 to T7: many hosts, each with a certificate of its own.
final class Certifying {
    private static final int MANY = 20_000;

    private final Site site;
    private final Comparison comparison;

    Certifying(Site site, Comparison comparison) {
        this.site = site;
        this.comparison = comparison;
    }

    void run() {
        if (!site.options().wants("T1", "T2", "T3", "T4", "T5", "T6", "T7")) return;
        var organization = site.organization("few");
        var first = Domains.make(site.cluster(), organization.id(), 1).store();
        try (var product = new HttpsProduct(site, Map.of())) {
            Tls.waitFor(product.httpsPort(), first.any());
            // What is made once for all, and the code, is not of any domain.
            Tls.shake(product.httpsPort(), 1_000, first::any);
            double heap = product.liveHeap();
            var domains = Domains.make(site.cluster(), organization.id(), MANY).store();
            Tls.waitFor(product.httpsPort(), domains.all().getLast().host());
            if (site.options().wants("T1", "T2", "T3")) new Handshaking(site, product, domains).run(heap);
            new Renewing(site, product, domains).run();
            new ColdCertificates(site, domains).run();
            if (site.options().wants("T7")) resolution(organization, product);
        }
    }

    /// Over HTTP, to names that have no certificate: those that have one are led to HTTPS.
    private void resolution(Organization organization, HttpsProduct product) {
        site.cluster().execute("""
                        insert into platform.site (host, organization_id)
                        select 's' || n || '.sites.example', '%s' from generate_series(1, %d) n on conflict do nothing
                        """.formatted(organization.id(), MANY));
        var one = comparison.pairs(
                "T7",
                (clients, time) -> Load.run(product.port(), clients, time, () -> page(1)),
                (clients, time) -> Load.run(
                        product.port(),
                        clients,
                        time,
                        () -> page(1 + ThreadLocalRandom.current().nextInt(MANY))));
        site.report()
                .goal(
                        Goal.atLeast("T7", "a file by Host, 20,000 hosts", "one host", 0.95, 1),
                        one.stream().map(Pair::ratio).toList());
    }

    private static Request page(int number) {
        return Request.Sender.anonymous("s" + number + ".sites.example").get("/widget.js", 200, "");
    }
}
