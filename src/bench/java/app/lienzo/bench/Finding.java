package app.lienzo.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// B26, B27 and B15: the team's list of tickets, and what is found among them by words, also while tickets come in.
final class Finding {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int WORDS = 10;
    private static final int ASKED = 300;
    private static final int WRITERS = 8;

    private final Site site;
    private final Comparison comparison;

    Finding(Site site, Comparison comparison) {
        this.site = site;
        this.comparison = comparison;
    }

    void run() {
        if (!site.options().wants("B26", "B27", "B15")) return;
        Report.say("Filling tickets ...");
        var few = filled("few", FEW);
        var many = filled("many", MANY);
        site.cluster().execute("vacuum analyze lienzo.ticket, lienzo.search_document");
        if (site.options().wants("B26")) lists(few, many);
        if (site.options().wants("B27")) search(many);
        if (site.options().wants("B15")) searchBeside(many);
    }

    private Organization filled(String slug, int rows) {
        var organization = site.organization(slug);
        site.cluster()
                .execute(Cluster.script("tickets.sql")
                        .replace("${tenant}", organization.id())
                        .replace("${space}", organization.space())
                        .replace("${rows}", "" + rows));
        return organization;
    }

    private void lists(Organization few, Organization many) {
        for (var sort : List.of("changed", "priority")) {
            var path = "/tickets?sort=" + sort;
            var pairs = comparison.pairs("B26", page(few, path), page(many, path));
            site.report()
                    .goal(
                            Goal.atLeast("B26", "list of tickets (" + sort + ") with 100,000", "with 1,000", 0.5, 0.9),
                            pairs.stream().map(Pair::ratio).toList());
        }
    }

    private Comparison.Side page(Organization organization, String path) {
        var browser = Request.Sender.withCookie(
                organization.host(), SigningIn.session(site.product().port(), organization));
        return Reading.product(site, () -> browser.get(path, 200, "</html>"));
    }

    /// Ten words of a ticket that is there, one ticket after the other.
    private void search(Organization many) {
        var source = searches(many);
        var pairs = comparison.pairs("B27", Reading.product(site, source), Reading.product(site, source));
        site.report()
                .goal(
                        Goal.atMost("B27", "search of 10 words among 100,000 tickets, p99", "itself", 200, 100)
                                .in("ms"),
                        pairs.stream()
                                .map(pair -> pair.candidate().millis(0.99))
                                .toList());
    }

    private Request.Source searches(Organization many) {
        var asked = IntStream.range(0, ASKED).mapToObj(_ -> words(many)).toList();
        return () -> many.agent()
                .get("/api/v1/search?q=" + asked.get(ThreadLocalRandom.current().nextInt(ASKED)), 200, "\"items\":[");
    }

    /// The same search while tickets come in at half the rate at which they can.
    private void searchBeside(Organization many) {
        var search = Reading.product(site, searches(many));
        int port = site.product().port();
        var tickets = Writing.tickets(many);
        Load.run(port, 1, Duration.ofSeconds(1), tickets);
        double most = Load.run(port, WRITERS, site.options().time(), tickets).rate();
        var pairs = comparison.pairs("B15", search, (clients, time) -> {
            var coming = Load.start(port, WRITERS, time, paced(tickets, most / 2));
            var sample = search.run(clients, time);
            coming.end();
            return sample;
        });
        site.report()
                .goal(
                        Goal.atLeast(
                                "B15", "search while tickets come in at half their maximum", "search alone", 0.3, 0.5),
                        pairs.stream().map(Pair::ratio).toList());
    }

    /// So many a second, however many clients ask.
    private static Request.Source paced(Request.Source source, double rate) {
        long step = (long) (1e9 / rate);
        var turn = new AtomicLong(System.nanoTime());
        return () -> {
            LockSupport.parkNanos(turn.getAndAdd(step) - System.nanoTime());
            return source.next();
        };
    }

    private String words(Organization organization) {
        int number = ThreadLocalRandom.current().nextInt(1, MANY + 1);
        var body = site.cluster()
                .text(
                        "select body from lienzo.search_document where tenant_id = ? and number = " + number,
                        organization.id());
        var words = List.of(body.split(" "));
        return URLEncoder.encode(
                words.subList(0, WORDS).stream().collect(Collectors.joining(" ")), StandardCharsets.UTF_8);
    }
}
