package app.lienzo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs two sides by turns.
final class Comparison {
    private static final int PAIRS = 3;

    /// Also shown at one client and at 32.
    private static final Set<String> WITH_OTHERS = Set.of("B1", "B2", "B5", "B16");

    /// What goes ways that no benchmark before has warmed, on both sides.
    private static final Set<String> OWN_PATHS = Set.of("B16");

    private final Site site;
    private boolean warm;

    Comparison(Site site) {
        this.site = site;
    }

    /// One of two sides.
    @FunctionalInterface
    interface Side {
        Sample run(int clients, Duration time);
    }

    List<Pair> pairs(String number, Side limit, Side candidate) {
        return pairs(number, 8, limit, candidate);
    }

    /// @return the pairs at the given number of clients; those at one and at 32 are for the report only
    List<Pair> pairs(String number, int clients, Side limit, Side candidate) {
        Report.say("\n" + number);
        boolean cold = OWN_PATHS.contains(number);
        candidate.run(clients, site.options().warmUp(cold || !warm));
        limit.run(clients, site.options().warmUp(cold));
        warm = true;
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < PAIRS; i++) pairs.add(pair(number, clients, limit, candidate));
        if (!site.options().quick() && WITH_OTHERS.contains(number)) {
            pair(number, 1, limit, candidate);
            pair(number, 32, limit, candidate);
        }
        return pairs;
    }

    private Pair pair(String number, int clients, Side limit, Side candidate) {
        site.machine().waitForQuiet(site.options().patienceForQuiet());
        var watch = site.machine().new Watch();
        var pair = new Pair(
                clients,
                limit.run(clients, site.options().time()),
                candidate.run(clients, site.options().time()),
                watch.others(),
                Machine.loadAverage());
        site.report().pair(number, pair);
        return pair;
    }
}
