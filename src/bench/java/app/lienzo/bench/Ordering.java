package app.lienzo.bench;

import app.lienzo.world.AcmeServer;
import app.lienzo.world.FaultyAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// T9: certificates a second from an authority whose every answer takes 80 ms, by the product's own worker
/// and its pool of sessions.
final class Ordering {
    private static final Duration ROUND_TRIP = Duration.ofMillis(80);
    private static final String NO_LIMIT = "1000000000";

    /// What the product does by itself; the one beside it takes no orders.
    private static final String NEW_AT_ONCE = "32";

    private static final int WARM = 40;
    private static final int PATIENCE_SECONDS = 300;

    private final Site site;

    Ordering(Site site) {
        this.site = site;
    }

    void run() {
        if (!site.options().wants("T9")) return;
        Report.say("\nT9");
        var setup = new AcmeServer.Setup(
                Path.of("/usr/bin/pebble"),
                false,
                1,
                1,
                1,
                Map.of("PEBBLE_VA_ALWAYS_VALID", "1", "PEBBLE_WFE_NONCEREJECT", "0"),
                Map.of());
        try (var authority = AcmeServer.start(Path.of("target", "bench-pebble"), setup);
                var names = LoopbackNames.open();
                var far = FaultyAuthority.before(authority)) {
            far.delay(ROUND_TRIP);
            var plan = site.attachedPlan().beside(settings(authority, far, names));
            try (var _ = Program.start(plan)) {
                rates();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            site.cluster().execute("delete from platform.acme_order");
            site.cluster().execute("delete from lienzo.domain");
            site.cluster().execute("delete from platform.certificate");
        }
    }

    private Map<String, String> settings(AcmeServer authority, FaultyAuthority far, LoopbackNames names) {
        return Map.ofEntries(
                Map.entry("LIENZO_ACME_DIRECTORY", far.directory()),
                Map.entry("LIENZO_ACME_TRUST", authority.trust().toString()),
                Map.entry("LIENZO_ACME_ORDERS_PER_HOUR_MAX", NO_LIMIT),
                Map.entry("LIENZO_ACME_ORDERS_PER_ORGANIZATION_MAX", NO_LIMIT),
                Map.entry("LIENZO_ACME_NEW_AT_ONCE_MAX", NEW_AT_ONCE),
                Map.entry("LIENZO_DNS_SERVERS", "127.0.0.1:" + names.port()),
                Map.entry("LIENZO_DNS_AUTHORITATIVE", "false"),
                Map.entry("LIENZO_PUBLIC_ADDRESSES", "127.0.0.1"),
                Map.entry("LIENZO_DOMAINS_SPECIAL_ALLOWED", "example"),
                // Every replica answers whether it is us who are reached.
                Map.entry(
                        "LIENZO_HTTP_PUBLIC_PORT",
                        Integer.toString(site.product().port())),
                Map.entry("LIENZO_TENANCY_OUTBOUND_ANYWHERE", "true"));
    }

    private void rates() {
        rate("warm", WARM);
        var values = new ArrayList<Double>();
        int count = site.options().quick() ? 80 : 250;
        for (int i = 0; i < 3; i++) {
            values.add(rate("run" + i, count));
            site.report()
                    .note(String.format(
                            Locale.ROOT,
                            "T9: %.1f certificates a second (load %s)",
                            values.getLast(),
                            Machine.loadAverage()));
        }
        site.report()
                .goal(
                        Goal.atLeast("T9", "certificates a second at 80 ms round trip, one replica", "itself", 8, 12)
                                .in("/s"),
                        List.copyOf(values));
    }

    /// From the wish to the last certificate.
    private double rate(String name, int count) {
        long begin = System.nanoTime();
        site.cluster().execute("""
                insert into lienzo.domain (tenant_id, id, host, token, ownership, pointing, created_at, verified_at, next_check_at)
                select (select id from platform.organization where slug = 'write'), gen_random_uuid(), '%s-' || i || '.bench.example',
                  'nobody reads it', 'VERIFIED', 'POINTED', now(), now(), now() + interval '1 day'
                from generate_series(1, %d) i
                """.formatted(name, count));
        site.cluster().execute("""
                insert into platform.acme_order (organization_id, host, state, next_action_at, created_at)
                select (select id from platform.organization where slug = 'write'), '%s-' || i || '.bench.example', 'QUEUED', now(), now()
                from generate_series(1, %d) i
                """.formatted(name, count));
        var open = "select count(*) from platform.acme_order where leaf is null";
        while (!site.cluster().text(open).equals("0")) {
            if (System.nanoTime() - begin > PATIENCE_SECONDS * 1_000_000_000L)
                throw new IllegalStateException(
                        "Certificates do not come: "
                                + site.cluster()
                                        .text(
                                                "select string_agg(distinct state || coalesce(' ' || reason, ''), ', ') from platform.acme_order"));
            Machine.pause(20);
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }
}
