package app.lienzo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// B9, B11, B20: the door, with one organization and with a thousand, and when everybody comes at once.
final class SigningIn {
    private static final int ORGANIZATIONS = 1_000;
    private static final int CROWD = 32;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final Site site;
    private final Comparison comparison;

    SigningIn(Site site, Comparison comparison) {
        this.site = site;
        this.comparison = comparison;
    }

    void run() {
        if (site.options().wants("B9")) page();
        if (site.options().wants("B11")) size();
        if (site.options().wants("B20")) crowd();
    }

    static String session(int port, Organization organization) {
        var found = TOKEN.matcher(Load.once(port, signIn(organization)));
        if (!found.find()) throw new IllegalStateException("No token");
        return found.group(1);
    }

    private static Request signIn(Organization organization) {
        return Request.Sender.anonymous(organization.host())
                .post(
                        "/api/v1/sessions",
                        "{\"userName\":\"agent\",\"password\":\"Lienzo2026demo\"}",
                        null,
                        201,
                        "\"token\":");
    }

    /// The page of any of them, which must carry that one's name.
    private static Request anyPage() {
        return page(ThreadLocalRandom.current().nextInt(1, ORGANIZATIONS + 1));
    }

    private static Request page(int n) {
        return Request.Sender.anonymous("many" + n + ".localhost").get("/sign-in", 200, "Brand " + n + "<");
    }

    private void page() {
        var hello = Request.Sender.anonymous("localhost").get("/hello", 200, "hello");
        var pairs = comparison.pairs(
                "B9",
                (clients, time) -> Load.run(site.hello().port(), clients, time, () -> hello),
                Reading.product(site, SigningIn::anyPage));
        goal(
                Goal.atLeast(
                        "B9",
                        "branded sign-in page by Host, 1,000 organizations",
                        "hello of the same framework",
                        0.20,
                        0.40),
                pairs);
    }

    private void size() {
        var pairs = comparison.pairs(
                "B11", Reading.product(site, () -> page(1)), Reading.product(site, SigningIn::anyPage));
        goal(Goal.atLeast("B11", "sign-in page with 1,000 organizations", "with one", 0.9, 0.9), pairs);
        var unknown = Request.Sender.anonymous("nobody.localhost").get("/sign-in", 404, "Not found");
        pairs = comparison.pairs("B11", Reading.product(site, () -> page(1)), Reading.product(site, () -> unknown));
        goal(Goal.atLeast("B11", "404 for a Host that nobody owns", "sign-in page", 0.9, 0.9), pairs);
    }

    private void crowd() {
        var few = site.organization("few");
        var values = new ArrayList<Double>();
        var list = Reading.list(few);
        var signIn = signIn(few);
        Reading.warm(site, few, site.options().warmUp(false));
        for (int i = 0; i < 3; i++) {
            site.machine().waitForQuiet(site.options().patienceForQuiet());
            var watch = site.machine().new Watch();
            var alone = Load.run(site.product().port(), 4, site.options().time(), list);
            var crowd = Load.start(site.product().port(), CROWD, site.options().time(), () -> signIn);
            var beside = Load.run(site.product().port(), 4, site.options().time(), list);
            site.report()
                    .note("B20: %.1f sign-ins a second meanwhile"
                            .formatted(crowd.end().rate()));
            var pair = new Pair(4, alone, beside, watch.others(), Machine.loadAverage());
            site.report().pair("B20", pair);
            values.add(pair.ratio());
        }
        site.report()
                .goal(Goal.atLeast("B20", "B5 at 4 clients beside 32 parallel sign-ins", "B5 alone", 0.4, 0.6), values);
    }

    private void goal(Goal goal, List<Pair> pairs) {
        site.report().goal(goal, pairs.stream().map(Pair::ratio).toList());
    }
}
