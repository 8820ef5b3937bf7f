package app.lienzo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// B22 and B23: how long it takes to serve, and how much memory it takes.
final class Footprint {
    private static final List<List<String>> JVM_OPTIONS = List.of(
            List.of(),
            List.of("-Xms192m", "-Xmn96m"),
            List.of("-XX:TrimNativeHeapInterval=0"),
            List.of("-XX:-UseSerialGC", "-XX:+UseG1GC"));

    private final Site site;

    Footprint(Site site) {
        this.site = site;
    }

    void run() {
        if (site.options().wants("B22")) start();
        if (site.options().wants("B23")) memory();
    }

    /// The hello that the goals were set beside is `java -jar`; beside it stands the hello that has what `bin/run`
    /// gives
    /// the product.
    private void start() {
        Report.say("\nB22");
        var besidePlain = new ArrayList<Double>();
        var besideEqual = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            site.machine().waitForQuiet(site.options().patienceForQuiet());
            double plain = seconds(site.helloPlan().asPlain());
            double hello = seconds(site.helloPlan());
            double product = seconds(site.attachedPlan());
            site.report()
                    .note(String.format(
                            Locale.ROOT,
                            "B22: hello %.2f s by java -jar, %.2f s by bin/run, product %.2f s (load %s)",
                            plain,
                            hello,
                            product,
                            Machine.loadAverage()));
            besidePlain.add(product / plain);
            besideEqual.add(product / hello);
        }
        var what = "start to the first 200 on /q/health, migrated database";
        site.report().goal(Goal.atMost("B22", what, "start of hello by java -jar", 4, 2.5), besidePlain);
        site.report().goal(Goal.atMost("B22", what, "start of hello as bin/run does it", 4, 2.5), besideEqual);
    }

    private static double seconds(Program.Plan plan) {
        try (var program = Program.start(plan)) {
            return program.startSeconds();
        }
    }

    private void memory() {
        Report.say("\nB23");
        var time = Duration.ofSeconds(site.options().quick() ? 4 : 20);
        double product = Machine.residentMemory(site.product().pid());
        double equal = afterLoad(site.hello(), time);
        double plain;
        try (var program = Program.start(site.helloPlan().asPlain())) {
            plain = afterLoad(program, time);
        }
        site.report()
                .note(String.format(
                        Locale.ROOT,
                        "B23: after this run's load: hello %.0f MiB by java -jar, %.0f MiB by bin/run, product %.0f MiB",
                        plain,
                        equal,
                        product));
        var what = "resident memory after the load of this run";
        site.report()
                .goal(Goal.atMost("B23", what, "hello by java -jar after load", 2.5, 1.6), List.of(product / plain));
        site.report().goal(Goal.atMost("B23", what, "hello as bin/run does it", 2.5, 1.6), List.of(product / equal));
        for (var options : JVM_OPTIONS) with(options, time);
    }

    private static double afterLoad(Program hello, Duration time) {
        var request = Request.Sender.anonymous("localhost").get("/hello", 200, "hello");
        Load.run(hello.port(), 8, time, () -> request);
        return Machine.residentMemory(hello.pid());
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
