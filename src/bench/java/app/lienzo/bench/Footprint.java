package app.lienzo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// B22 and B23: how long it takes to serve, and how much memory it takes.
final class Footprint {
    private static final List<List<String>> JVM_OPTIONS =
            List.of(List.of(), List.of("-Xms192m", "-Xmn96m"), List.of("-XX:-UseSerialGC", "-XX:+UseG1GC"));

    private final Site site;

    Footprint(Site site) {
        this.site = site;
    }

    void run() {
        if (site.options().wants("B22")) start();
        if (site.options().wants("B23")) memory();
    }

    private void start() {
        Report.say("\nB22");
        var values = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            site.machine().waitForQuiet(site.options().patienceForQuiet());
            double hello = seconds(site.helloPlan());
            double product = seconds(site.attachedPlan());
            site.report()
                    .note(String.format(
                            Locale.ROOT,
                            "B22: hello %.2f s, product %.2f s (load %s)",
                            hello,
                            product,
                            Machine.loadAverage()));
            values.add(product / hello);
        }
        site.report()
                .goal(
                        Goal.atMost(
                                "B22",
                                "start to the first 200 on /q/health, migrated database",
                                "hello's start",
                                4,
                                2.5),
                        values);
    }

    private static double seconds(Program.Plan plan) {
        try (var program = Program.start(plan)) {
            return program.startSeconds();
        }
    }

    private void memory() {
        Report.say("\nB23");
        var time = Duration.ofSeconds(site.options().quick() ? 4 : 20);
        var hello = Request.Sender.anonymous("localhost").get("/hello", 200, "hello");
        Load.run(site.hello().port(), 8, time, () -> hello);
        double helloMemory = Machine.residentMemory(site.hello().pid());
        double productMemory = Machine.residentMemory(site.product().pid());
        site.report()
                .note(String.format(
                        Locale.ROOT,
                        "B23: after this run's load: hello %.0f MiB, product %.0f MiB",
                        helloMemory,
                        productMemory));
        site.report()
                .goal(
                        Goal.atMost("B23", "resident memory after the load of this run", "hello after load", 2.5, 1.6),
                        List.of(productMemory / helloMemory));
        for (var options : JVM_OPTIONS) with(options, time);
    }

    /// A fresh process with these options, after writing, reading and signing in for a while each.
    private void with(List<String> options, Duration time) {
        try (var program = Program.start(site.attachedPlan().with(options))) {
            var write = site.organization("write");
            int port = program.port();
            var written = Load.run(port, 8, time, Writing.messages(write));
            var read = Load.run(port, 8, time, Reading.list(site.organization("few")));
            SigningIn.session(port, write);
            site.report()
                    .note(String.format(
                            Locale.ROOT,
                            "B23: a fresh process, options %s: %.0f MiB; B1 %.0f/s, p99 %.1f ms; B5 %.0f/s, p99 %.1f ms (load %s)",
                            options.isEmpty() ? "as bin/run" : "and " + String.join(" ", options),
                            Machine.residentMemory(program.pid()),
                            written.rate(),
                            written.millis(0.99),
                            read.rate(),
                            read.millis(0.99),
                            Machine.loadAverage()));
        }
    }
}
