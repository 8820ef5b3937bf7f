package app.lienzo.bench;

import java.util.List;

/// B28: the deadlines of 10,000 open tickets are counted again, after targets began to hold and after the hours of the
/// calendar were changed. By the clock of the database, from the moment it was asked for.
final class Recounts {
    private static final int TICKETS = 10_000;
    private static final String CALENDAR = """
            {"name": "Bench", "zone": "%s", "week": ["9-18", "9-18", "9-18", "9-18", "9-18", "", ""], "country": "es", "region": "ct"}
            """;

    private final Site site;
    private final Organization organization;
    private final Api api;

    Recounts(Site site) {
        this.site = site;
        this.organization = site.organization("live");
        this.api = new Api(site, organization);
    }

    void run() {
        if (!site.options().wants("B28")) return;
        Report.say("\nB28");
        try {
            var cluster = site.cluster();
            cluster.execute(Cluster.script("deadlines.sql")
                    .replace("${tenant}", organization.id())
                    .replace("${space}", organization.space())
                    .replace("${rows}", "" + TICKETS));
            var calendar = Api.id(api.send("POST", "/api/v1/calendars", CALENDAR.formatted("Europe/Madrid")));
            var plans = api.get("/api/v1/support-plans");
            for (var plan : plans.split("\"id\":\"")) {
                if (plan.length() < 36 || plan.charAt(8) != '-') continue;
                api.send("PUT", "/api/v1/response-policies/" + plan.substring(0, 36), """
                        {"active": true, "calendar": "%s", "targets": [
                            {"type": "question", "priority": "normal", "firstMinutes": 480, "nextMinutes": 480, "resolutionMinutes": 2400}]}
                        """.formatted(calendar));
            }
            report("deadlines of 10,000 open tickets counted for the first time", settled());
            api.send("PUT", "/api/v1/calendars/" + calendar, CALENDAR.formatted("Europe/Lisbon"));
            report("deadlines of 10,000 open tickets counted again after a change of hours", settled());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(String what, double seconds) {
        long clocks = site.cluster().number("select count(*) from lienzo.clock where tenant_id = ?", organization.id());
        if (clocks != 2L * TICKETS) throw new IllegalStateException("Clocks: " + clocks);
        site.report().goal(Goal.atMost("B28", what, "–", 60, 10).in("s"), List.of(seconds));
    }

    private double settled() throws InterruptedException {
        for (int i = 0; i < 6_000; i++) {
            var seconds = site.cluster().text("""
                    select coalesce(extract(epoch from finished_at - asked_at)::text, '')
                    from lienzo.clock_recount where tenant_id = ? order by id desc limit 1
                    """, organization.id());
            if (!seconds.isEmpty()) return Double.parseDouble(seconds);
            Thread.sleep(50);
        }
        throw new IllegalStateException("The recount does not end");
    }
}
