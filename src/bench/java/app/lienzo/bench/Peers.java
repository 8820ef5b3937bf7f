package app.lienzo.bench;

import java.util.List;
import java.util.Optional;

/// B3 and B6: beside a Request Tracker (RT 5) that somebody set up on this machine, when `LIENZO_BENCH_RT` says its
/// port and
/// the cookie of a session in it. The same load goes to both by turns.
final class Peers {
    private static final String TICKET = "{\"Queue\":\"General\",\"Requestor\":\"customer@bench.example\","
            + "\"Subject\":\"The printer is on fire\",\"ContentType\":\"text/plain\",\"Content\":\"" + Writing.TEXT
            + "\"}";
    /// What an inbox shows of each: RT gives numbers alone unless it is asked for more.
    private static final String LIST = "/REST/2.0/tickets?query=Queue%3D%27General%27&per_page=50"
            + "&fields=Subject,Status,Created,LastUpdated,Owner,Requestor,Queue,Priority"
            + "&fields%5BOwner%5D=Name&fields%5BQueue%5D=Name&fields%5BRequestor%5D=Name,EmailAddress";

    private final Site site;
    private final Comparison comparison;

    Peers(Site site, Comparison comparison) {
        this.site = site;
        this.comparison = comparison;
    }

    private record Tracker(int port, Request.Sender sender) {
        /// From `LIENZO_BENCH_RT`: a port and a cookie, with a blank between them.
        static Optional<Tracker> known() {
            return Optional.ofNullable(System.getenv("LIENZO_BENCH_RT"))
                    .map(said -> said.strip().split("\\s+", 2))
                    .map(said -> new Tracker(
                            Integer.parseInt(said[0], 10),
                            new Request.Sender("localhost:" + said[0], "Cookie: " + said[1] + "\r\n")));
        }

        Comparison.Side side(Request.Source source) {
            return (clients, time) -> Load.run(port, clients, time, source);
        }
    }

    void run() {
        if (!site.options().wants("B3", "B6")) return;
        var known = Tracker.known();
        if (known.isEmpty()) {
            site.report().note("B3, B6: no LIENZO_BENCH_RT");
            return;
        }
        var tracker = known.get();
        var write = site.organization("write");
        var create = tracker.sender().post("/REST/2.0/ticket", TICKET, null, 201, "\"type\":\"ticket\"");
        // The customer is known from his first one on.
        Load.once(site.product().port(), Writing.tickets(write).next());
        if (site.options().wants("B3"))
            goal(
                    "B3",
                    "POST new ticket",
                    "RT 5, REST2 by session",
                    50,
                    200,
                    comparison.pairs("B3", tracker.side(() -> create), Reading.product(site, Writing.tickets(write))));
        var list = tracker.sender().get(LIST, 200, "\"count\" : 50");
        if (site.options().wants("B6"))
            goal(
                    "B6",
                    "inbox, newest 50 of 10,000 open, JSON",
                    "RT 5, REST2 list of 50 by session",
                    50,
                    150,
                    comparison.pairs(
                            "B6",
                            tracker.side(() -> list),
                            Reading.product(site, Reading.list(site.organization("few")))));
    }

    private void goal(String number, String what, String beside, double must, double aim, List<Pair> pairs) {
        site.report()
                .goal(
                        Goal.atLeast(number, what, beside, must, aim),
                        pairs.stream().map(Pair::ratio).toList());
    }
}
