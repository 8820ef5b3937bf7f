package app.lienzo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Measures what was asked for and prints the table.
public final class Bench {
    private Bench() {}

    /// @param arguments see [Options]
    public static void main(String[] arguments) throws IOException {
        // The tenant is named by the Host header: not every resolver knows the names under localhost.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        var options = Options.read(arguments);
        try (var site = Site.open(options)) {
            var comparison = new Comparison(site);
            new Writing(site, comparison).run();
            new Reading(site, comparison).run();
            new Finding(site, comparison).run();
            new Peers(site, comparison).run();
            new SigningIn(site, comparison).run();
            new Streaming(site, comparison).run();
            new Neighbours(site).run();
            new Recounts(site).run();
            new Footprint(site).run();
            new Certifying(site, comparison).run();
            new Ordering(site).run();
            new Importing(site).run();
            new Campaigning(site).run();
            new Durability(site).run();
            var report = site.report()
                    .written(Machine.description() + ", PostgreSQL "
                            + site.cluster().text("show server_version") + (options.quick() ? ", quick mode" : ""));
            System.out.println(report);
            Files.writeString(Path.of("target", "bench.md"), report);
        }
    }
}
