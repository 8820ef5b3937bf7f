package app.lienzo.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// B5, B7, B8, B12, B21: lists and conversations that are looked at.
final class Reading {
    static final String PAGE = "/api/v1/conversations?limit=50";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final int FAR_PAGE = 100;

    private final Site site;
    private final Comparison comparison;

    Reading(Site site, Comparison comparison) {
        this.site = site;
        this.comparison = comparison;
    }

    void run() {
        var few = site.organization("few");
        if (site.options().wants("B5", "B18")) inbox(few);
        if (site.options().wants("B7")) size(few);
        if (site.options().wants("B12")) thread(few);
        if (site.options().wants("B21", "B8")) browser(few);
    }

    /// The first page of the inbox, whole: only a full page has a next one.
    static Request.Source list(Organization organization) {
        return () -> list(organization.agent(), "");
    }

    static Comparison.Side product(Site site, Request.Source source) {
        return (clients, time) -> Load.run(site.product().port(), clients, time, source);
    }

    private static Request list(Request.Sender sender, String after) {
        return sender.get(PAGE + after, 200, "\"next\":\"");
    }

    private void inbox(Organization few) {
        var script = new PgBench.Script("inbox.sql", "lienzo_app", few.variables());
        var pairs = comparison.pairs(
                "B5", (clients, time) -> site.pgBench().run(script, clients, time), product(site, list(few)));
        goal(
                Goal.atLeast(
                        "B5", "inbox, newest 50 of 10,000 open, JSON", "pgbench with the same statement", 0.10, 0.20),
                pairs);
        Writing.spread(site.report(), "B5", pairs);
    }

    private void size(Organization few) {
        var pairs = comparison.pairs("B7", product(site, list(few)), product(site, list(site.organization("many"))));
        goal(Goal.atLeast("B7", "inbox with 100,000 open", "inbox with 10,000 open", 0.7, 0.9), pairs);
        var after = "&after=" + cursor(few);
        pairs = comparison.pairs("B7", product(site, list(few)), product(site, () -> list(few.agent(), after)));
        goal(Goal.atLeast("B7", "page 100 of the inbox by its cursor", "page 1", 0.7, 0.9), pairs);
    }

    private String cursor(Organization organization) {
        var cursor = "";
        for (int page = 1; page < FAR_PAGE; page++) {
            var body = Load.once(
                    site.product().port(), list(organization.agent(), cursor.isEmpty() ? "" : "&after=" + cursor));
            var next = NEXT.matcher(body);
            if (!next.find()) throw new IllegalStateException("The inbox ends at page " + page);
            cursor = next.group(1);
        }
        return cursor;
    }

    private void thread(Organization few) {
        var variables = new HashMap<>(few.variables());
        variables.put("threads", "" + Site.THREADS);
        var script = new PgBench.Script("thread.sql", "postgres", variables);
        Request.Source source = () -> few.agent()
                .get(
                        "/api/v1/conversations/"
                                + Organization.conversation(
                                        ThreadLocalRandom.current().nextInt(1, Site.THREADS + 1))
                                + "/messages?limit=50",
                        200,
                        "\"seq\":50,");
        var pairs = comparison.pairs(
                "B12", (clients, time) -> site.pgBench().run(script, clients, time), product(site, source));
        goal(
                Goal.atLeast(
                        "B12",
                        "GET 50 messages of a conversation, under row security",
                        "pgbench, the same two selects without it",
                        0.15,
                        0.30),
                pairs);
    }

    private void browser(Organization few) {
        var browser = Request.Sender.withCookie(
                few.host(), SigningIn.session(site.product().port(), few));
        if (site.options().wants("B21")) {
            var pairs = comparison.pairs("B21", product(site, () -> list(browser, "")), product(site, list(few)));
            goal(Goal.atLeast("B21", "inbox by API token", "inbox by session cookie", 0.8, 0.95), pairs);
        }
        if (!site.options().wants("B8")) return;
        var console = browser.get("/console", 200, "</html>");
        try {
            Load.once(site.product().port(), console);
        } catch (IllegalStateException e) {
            site.report().note("B8 is not measured: this build answers /console otherwise.");
            return;
        }
        var pairs = comparison.pairs("B8", product(site, list(few)), product(site, () -> console));
        goal(Goal.atLeast("B8", "the console's inbox as HTML", "B5 as JSON", 0.3, 0.5), pairs);
    }

    private void goal(Goal goal, List<Pair> pairs) {
        site.report().goal(goal, pairs.stream().map(Pair::ratio).toList());
    }

    static Sample warm(Site site, Organization organization, Duration time) {
        return Load.run(site.product().port(), 8, time, list(organization));
    }
}
