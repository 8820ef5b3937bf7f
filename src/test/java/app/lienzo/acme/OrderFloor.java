package app.lienzo.acme;

import app.lienzo.certificates.CertificateService;
import app.lienzo.certificates.CertificateView;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.AcmeServer;
import app.lienzo.world.Pebble;
import app.lienzo.world.Rows;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Where a test lets workers of its own go step by step, under a clock of its own, while the application's
/// worker rests.
final class OrderFloor implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int TRIES = 2_000;

    final MovingClock clock = new MovingClock();
    final AcmeService door = bean(AcmeService.class);
    final CertificateService certificates = bean(CertificateService.class);
    private final OrderLoop loop = bean(OrderLoop.class);
    private final List<String> hosts = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private String organization = "aurora";

    OrderFloor() {
        loop.hold();
        Rows.list("update platform.acme_order set next_action_at = 'infinity'");
        Rows.list("delete from platform.acme_attempt");
        Rows.list("update platform.acme_account set paused_until = null");
        settings.put("lienzo.acme.pause", "100ms");
        at(Pebble.authority());
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    OrderFloor at(AcmeServer authority) {
        return at(authority.directory(), authority);
    }

    /// @param directory of something in front of it
    OrderFloor at(String directory, AcmeServer authority) {
        settings.put("lienzo.acme.directory", directory);
        settings.put("lienzo.acme.trust", authority.trust().toString());
        return this;
    }

    OrderFloor with(String setting, String value) {
        settings.put("lienzo.acme." + setting, value);
        return this;
    }

    OrderFloor of(String slug) {
        organization = slug;
        return this;
    }

    OrderWorker worker() {
        return worker("one");
    }

    OrderWorker worker(String owner, Preflight... preflights) {
        return bean(Workshop.class).worker(owner, authorities(), List.of(preflights), config(), clock);
    }

    Authorities authorities() {
        return new Authorities(config(), clock);
    }

    AcmeConfig config() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AcmeConfig.class)
                .withConverter(
                        Duration.class,
                        100,
                        text -> new io.quarkus.runtime.configuration.DurationConverter().convert(text))
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AcmeConfig.class);
    }

    /// A new name, which leads to this machine.
    String host() {
        var host = "shop" + NUMBER.incrementAndGet() + ".customer.example";
        Pebble.a(host, "127.0.0.1");
        hosts.add(host);
        return host;
    }

    /// Cleans up after a name that came in another way.
    void adopt(String host) {
        hosts.add(host);
    }

    String wanted() {
        var host = host();
        want(host);
        return host;
    }

    void want(String host) {
        if (!hosts.contains(host)) hosts.add(host);
        inScope(() -> {
            door.want(host);
            return true;
        });
        // The door goes by the system's clock.
        Rows.list(
                "update platform.acme_order set next_action_at = ? where host = ?",
                clock.instant().atOffset(java.time.ZoneOffset.UTC),
                host);
    }

    <T> T inScope(Callable<T> work) {
        var view = bean(OrganizationService.class).named(organization).orElseThrow();
        return bean(Scope.class)
                .call(view, () -> QuarkusTransaction.requiringNew().call(work));
    }

    AcmeView view(String host) {
        return inScope(() -> door.view(host)).orElseThrow();
    }

    List<CertificateView> issued(String host) {
        return inScope(() -> certificates.history(host));
    }

    X509Certificate leaf(String host) {
        return inScope(() -> certificates.chain(
                        certificates.serving(host).orElseThrow().id()))
                .getFirst();
    }

    /// Lets the worker go on until a host is in this state; the authority, a process of its own, needs its
    /// time.
    AcmeView until(OrderWorker worker, String host, AcmeState wanted) {
        for (int i = 0; i < TRIES; i++) {
            worker.step();
            var view = view(host);
            if (view.state() == wanted) return view;
            var next = view.nextActionAt();
            if (next != null
                    && next.isAfter(clock.instant())
                    && next.isBefore(clock.instant().plusSeconds(5))) clock.set(next);
            pause();
        }
        throw new AssertionError("Not " + wanted + ": " + view(host));
    }

    /// The same through failures: each pause is stepped over.
    AcmeView live(OrderWorker worker, String host) {
        for (int i = 0; i < TRIES; i++) {
            worker.step();
            var view = view(host);
            if (view.state() == AcmeState.LIVE) return view;
            var next = view.nextActionAt();
            if (next != null && next.isAfter(clock.instant())) clock.set(next);
            pause();
        }
        throw new AssertionError("Not live: " + view(host));
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(15);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        for (var host : hosts) {
            Rows.list("delete from platform.acme_order where host = ?", host);
            Rows.list("delete from platform.acme_challenge where host = ?", host);
            Rows.list("delete from platform.certificate where host = ?", host);
            Pebble.clear(host);
        }
        Rows.list("delete from platform.acme_attempt");
        Rows.list("update platform.acme_account set paused_until = null");
        loop.resume();
    }
}
