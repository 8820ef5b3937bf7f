package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// B1, B2 and their part of B18: messages and conversations that come in.
final class Writing {
    static final String TEXT =
            "The printer on the second floor says that it is on fire, again, and nobody believes it. We switched it off and on, we asked the colleagues who sit beside it, and it still says so.";

    private final Site site;
    private final Comparison comparison;
    private final Organization organization;

    Writing(Site site, Comparison comparison) {
        this.site = site;
        this.comparison = comparison;
        this.organization = site.organization("write");
    }

    void run() {
        if (site.options().wants("B1", "B18")) {
            report(
                    "B1",
                    "POST message to an existing conversation",
                    0.45,
                    comparison.pairs("B1", limit("append.sql"), candidate(messages(organization))));
        }
        if (site.options().wants("B2", "B18")) {
            report(
                    "B2",
                    "POST new conversation with a new contact",
                    0.40,
                    comparison.pairs("B2", limit("open.sql"), candidate(conversations(organization))));
        }
        if (site.options().wants("B2t", "B18")) tickets();
    }

    /// Tickets of a customer who is known. His first one makes him known.
    private void tickets() {
        try (var connection = new HttpConnection(site.product().port())) {
            connection.exchange(ticket(organization, key()).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        report(
                "B2t",
                "POST new ticket of a known customer",
                0.40,
                comparison.pairs("B2t", limit("ticket.sql"), candidate("ticket", () -> ticket(organization, key()))));
    }

    /// Tickets of one customer, who is known from the first one on.
    static Request.Source tickets(Organization organization) {
        return () -> ticket(organization, key());
    }

    private static Request ticket(Organization organization, String key) {
        return organization
                .agent()
                .post(
                        "/api/v1/tickets",
                        "{\"space\":\"" + organization.space()
                                + "\",\"requester\":{\"email\":\"customer@bench.example\",\"name\":\"Bench Customer\"},"
                                + "\"subject\":\"The printer is on fire\",\"type\":\"incident\",\"description\":\""
                                + TEXT + "\"}",
                        key,
                        201,
                        "\"category\":\"new\"");
    }

    /// Replies to conversations that the agent holds.
    static Request.Source messages(Organization organization) {
        var agent = organization.agent();
        return () -> agent.post(
                "/api/v1/conversations/"
                        + Organization.conversation(ThreadLocalRandom.current().nextInt(1, Site.HELD + 1))
                        + "/messages",
                "{\"text\":\"" + TEXT + "\"}",
                key(),
                201,
                "\"kind\":\"reply\"");
    }

    /// First messages of customers nobody knows.
    static Request.Source conversations(Organization organization) {
        return () -> conversation(organization, key());
    }

    static Request conversation(Organization organization, String key) {
        return organization
                .agent()
                .post(
                        "/api/v1/conversations",
                        "{\"channel\":\"" + organization.channel() + "\",\"contact\":{\"externalId\":\"" + key
                                + "\",\"name\":\"Bench Customer\",\"email\":\"customer@bench.example\"},\"text\":\""
                                + TEXT + "\"}",
                        key,
                        201,
                        "\"stored\":true");
    }

    private static String key() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private Comparison.Side limit(String file) {
        Map<String, String> variables = new HashMap<>(organization.variables());
        variables.put("held", "" + Site.HELD);
        variables.put("body", TEXT);
        variables.put("preview", TEXT.substring(0, 160));
        variables.put("hash", "00".repeat(32));
        return (clients, time) -> {
            variables.put("start", "" + System.currentTimeMillis());
            variables.put("i", "0");
            return site.pgBench().run(new PgBench.Script(file, "lienzo_app", variables), clients, time);
        };
    }

    private Comparison.Side candidate(Request.Source source) {
        return candidate("message", source);
    }

    /// Every answer is a row and an event in the database, no more and no less.
    private Comparison.Side candidate(String table, Request.Source source) {
        return (clients, time) -> {
            site.cluster().requireDurable();
            long before = rows(table);
            long events = rows("event");
            var sample = Load.run(site.product().port(), clients, time, source);
            requireEqual(table, sample.done(), rows(table) - before);
            requireEqual("events", sample.done(), rows("event") - events);
            return sample;
        };
    }

    private long rows(String table) {
        return site.cluster()
                .number("select count(*) from lienzo." + table + " where tenant_id = ?", organization.id());
    }

    private static void requireEqual(String what, long answered, long stored) {
        if (answered != stored) throw new IllegalStateException(answered + " answers, " + stored + " " + what);
    }

    private void report(String number, String what, double must, List<Pair> pairs) {
        site.report()
                .goal(
                        Goal.atLeast(number, what, "pgbench with the same statements", must, 0.60),
                        pairs.stream().map(Pair::ratio).toList());
        spread(site.report(), number, pairs);
    }

    static void spread(Report report, String number, List<Pair> pairs) {
        report.goal(
                Goal.atMost("B18", "p99 / p50 of " + number, "pgbench's own p99 / p50", 4, 2),
                pairs.stream().map(Pair::spread).toList());
    }
}
