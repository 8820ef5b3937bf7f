package app.lienzo.bench;

import java.time.Duration;
import java.util.ArrayList;

/// B19: what one organization notices of another one's flood.
final class Neighbours {
    private static final int FLOOD = 24;

    private final Site site;

    Neighbours(Site site) {
        this.site = site;
    }

    void run() {
        if (!site.options().wants("B19")) return;
        Report.say("\nB19");
        var few = site.organization("few");
        var flood = Writing.messages(site.organization("write"));
        int port = site.product().port();
        Reading.warm(site, few, site.options().warmUp(false));
        var values = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            site.machine().waitForQuiet(site.options().patienceForQuiet());
            var watch = site.machine().new Watch();
            var alone = Load.run(port, 1, site.options().time(), Reading.list(few));
            var water = Load.start(port, FLOOD, site.options().time().plus(Duration.ofMillis(200)), flood);
            var beside = Load.run(port, 1, site.options().time(), Reading.list(few));
            water.end();
            site.report().pair("B19", new Pair(1, alone, beside, watch.others(), Machine.loadAverage()));
            values.add(beside.millis(0.99) / alone.millis(0.99));
        }
        site.report()
                .goal(
                        Goal.atMost(
                                "B19",
                                "p99 of B5 at 1 client while a neighbour floods with 24 (B1)",
                                "p99 alone",
                                6,
                                3),
                        values);
    }
}
