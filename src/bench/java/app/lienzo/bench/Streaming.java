package app.lienzo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// B16 and B17: what is posted on one side and heard on the other.
final class Streaming {
    private static final int CONVERSATIONS = 200;
    private static final int STREAMS_EACH = 5;
    private static final int PER_SECOND = 100;
    private static final int POSTERS = 8;
    private static final String BARE = "/api/v1/bench";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final Site site;
    private final Comparison comparison;
    private final Organization organization;

    Streaming(Site site, Comparison comparison) {
        this.site = site;
        this.comparison = comparison;
        this.organization = site.organization("live");
    }

    void run() {
        if (!site.options().wants("B16", "B17")) return;
        var visitors = visitors();
        var conversations = conversations();
        if (site.options().wants("B16")) fanOut(visitors, conversations);
        if (site.options().wants("B17")) latency(visitors.subList(0, 100), conversations.subList(0, 100));
    }

    /// Beside two broadcasters that store nothing: one in the product's own build, behind the same server with the same
    /// filters, which the goal is set beside, and one that is nothing but the framework.
    private void fanOut(List<String> visitors, List<String> conversations) {
        int port = site.product().port();
        try (var product = Streams.open(port, follow(visitors), visitors.size())) {
            Comparison.Side side =
                    (clients, time) -> deliveries(product, port, clients, time, () -> reply(conversations));
            try (var bare = Streams.open(port, subscribe(organization.host()), CONVERSATIONS)) {
                var pairs = comparison.pairs(
                        "B16",
                        (clients, time) -> deliveries(bare, port, clients, time, () -> publish(organization.host())),
                        side);
                site.report()
                        .goal(
                                Goal.atLeast(
                                        "B16",
                                        "deliveries over SSE, 200 conversations × 5 streams, stored first",
                                        "a bare SSE broadcaster of the same build",
                                        0.3,
                                        0.6),
                                pairs.stream().map(Pair::ratio).toList());
            }
            int other = site.hello().port();
            try (var hello = Streams.open(other, subscribe("localhost"), CONVERSATIONS)) {
                var pairs = comparison.pairs(
                        "B16 hello",
                        (clients, time) -> deliveries(hello, other, clients, time, () -> publish("localhost")),
                        side);
                site.report()
                        .note("B16 beside a broadcaster of nothing but the framework: "
                                + pairs.stream()
                                        .map(Pair::ratio)
                                        .map("%.2f"::formatted)
                                        .toList());
            }
        }
    }

    /// Every message reaches its five streams once.
    private static Sample deliveries(Streams streams, int port, int clients, Duration time, Request.Source source) {
        long before = streams.messages();
        long begin = System.nanoTime();
        var posted = Load.run(port, clients, time, source);
        streams.await(before + posted.done() * STREAMS_EACH);
        return new Sample(posted.done() * STREAMS_EACH, (System.nanoTime() - begin) / 1e9, posted.latencies());
    }

    private void latency(List<String> visitors, List<String> conversations) {
        Report.say("\nB17");
        try (var streams = Streams.open(site.product().port(), follow(visitors), visitors.size())) {
            steadily(conversations, site.options().warmUp(false));
            streams.await(PER_SECOND * site.options().warmUp(false).toSeconds() * STREAMS_EACH);
            var values = new ArrayList<Double>();
            for (int i = 0; i < 3; i++) {
                site.machine().waitForQuiet(site.options().patienceForQuiet());
                var watch = site.machine().new Watch();
                long before = streams.messages();
                steadily(conversations, site.options().time());
                streams.await(before + PER_SECOND * site.options().time().toSeconds() * STREAMS_EACH);
                var sample = Sample.of(site.options().time().toSeconds(), streams.latencies(before));
                site.report()
                        .note(String.format(
                                java.util.Locale.ROOT,
                                "B17: p50 %.1f ms, p99 %.1f ms, slowest %.1f ms (others %.2f cores, load %s)",
                                sample.millis(0.5),
                                sample.millis(0.99),
                                sample.millis(1),
                                watch.others(),
                                Machine.loadAverage()));
                values.add(sample.millis(0.99));
            }
            site.report()
                    .goal(
                            Goal.atMost(
                                            "B17",
                                            "POST of a message → the other side's stream, 100 a second, 500 streams, p99",
                                            "–",
                                            150,
                                            50)
                                    .in("ms"),
                            values);
        }
    }

    /// Posts a hundred messages a second, each in its own moment whether or not the one before was
    /// answered.
    private void steadily(List<String> conversations, Duration time) {
        long begin = System.nanoTime();
        int all = (int) (PER_SECOND * time.toSeconds());
        var posters = IntStream.range(0, POSTERS)
                .mapToObj(poster -> Thread.ofPlatform().start(() -> post(conversations, begin, poster, all)))
                .toList();
        for (var poster : posters) {
            try {
                poster.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void post(List<String> conversations, long begin, int poster, int all) {
        try (var connection = new HttpConnection(site.product().port())) {
            for (int i = poster; i < all; i += POSTERS) {
                long moment = begin + i * 1_000_000_000L / PER_SECOND;
                for (long early = moment - System.nanoTime(); early > 0; early = moment - System.nanoTime())
                    LockSupport.parkNanos(early);
                var request = reply(conversations, i % conversations.size(), moment);
                if (connection.exchange(request.bytes()) != 201) throw new IllegalStateException(connection.body());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Request reply(List<String> conversations) {
        return reply(conversations, ThreadLocalRandom.current().nextInt(conversations.size()), System.nanoTime());
    }

    private Request reply(List<String> conversations, int topic, long moment) {
        return organization
                .agent()
                .post(
                        "/api/v1/conversations/" + conversations.get(topic) + "/messages",
                        "{\"text\":\"" + Streams.text(topic, moment) + "\"}",
                        UUID.randomUUID().toString(),
                        201,
                        "\"kind\":\"reply\"");
    }

    private static Request publish(String host) {
        int topic = ThreadLocalRandom.current().nextInt(CONVERSATIONS);
        return Request.Sender.anonymous(host)
                .post(BARE + "/publish/" + topic, Streams.text(topic, System.nanoTime()), null, 200, "published");
    }

    private static List<Request> subscribe(String host) {
        return IntStream.range(0, CONVERSATIONS * STREAMS_EACH)
                .mapToObj(n -> Request.Sender.anonymous(host).get(BARE + "/stream/" + n % CONVERSATIONS, 200, ""))
                .toList();
    }

    private List<Request> follow(List<String> visitors) {
        return IntStream.range(0, visitors.size() * STREAMS_EACH)
                .mapToObj(n -> Request.Sender.bearing(organization.host(), visitors.get(n % visitors.size()))
                        .get(channel() + "/stream", 200, ""))
                .toList();
    }

    /// Lets visitors in, each with a first message.
    private List<String> visitors() {
        var tokens = new ArrayList<String>();
        var stranger = Request.Sender.anonymous(organization.host());
        for (int i = 0; i < CONVERSATIONS; i++) {
            var body = Load.once(
                    site.product().port(),
                    stranger.post(channel() + "/visitors", "{\"language\":\"en\"}", null, 201, "\"token\":"));
            var found = TOKEN.matcher(body);
            if (!found.find()) throw new IllegalStateException(body);
            tokens.add(found.group(1));
            Load.once(
                    site.product().port(),
                    Request.Sender.bearing(organization.host(), found.group(1))
                            .post(
                                    channel() + "/messages",
                                    "{\"clientId\":\"" + UUID.randomUUID() + "\",\"text\":\"Hello\"}",
                                    null,
                                    201,
                                    "\"seq\":1"));
        }
        return tokens;
    }

    /// Their conversations, in the visitors' order, all held by the agent.
    private List<String> conversations() {
        var ids = site.cluster()
                .text(
                        "select string_agg(id::text, ',' order by number) from lienzo.conversation where tenant_id = ?",
                        organization.id());
        var conversations = Arrays.asList(ids.split(","));
        for (var id : conversations) {
            Load.once(
                    site.product().port(),
                    organization
                            .agent()
                            .post("/api/v1/conversations/" + id + "/holder", "{}", null, 200, "in-progress"));
        }
        return conversations;
    }

    private String channel() {
        return "/widget/v1/channels/" + organization.slug() + "-chat";
    }
}
