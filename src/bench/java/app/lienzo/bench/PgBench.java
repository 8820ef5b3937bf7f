package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// The limit: the product's statements run by `pgbench` against the same cluster, as the product runs
/// them (prepared, in one pipeline with the tenant's announcement).
final class PgBench {
    private final Cluster cluster;
    private final Path work;

    PgBench(Cluster cluster, Path work) {
        this.cluster = cluster;
        this.work = work;
    }

    /// @param role who connects
    /// @param variables what stands as `:name` in the script
    record Script(String file, String role, Map<String, String> variables) {}

    Sample run(Script script, int clients, Duration time) {
        try {
            var folder = Files.createTempDirectory(work, "pgbench");
            var file = Files.writeString(folder.resolve("script.sql"), Cluster.script(script.file()));
            var output = folder.resolve("output");
            var builder = new ProcessBuilder(command(script, file, folder, clients, time))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("PGPASSWORD", cluster.password(script.role()));
            var process = builder.start();
            if (!process.waitFor(time.toSeconds() + 60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("pgbench did not end");
            }
            var said = Files.readString(output);
            if (process.exitValue() != 0 || said.contains("aborted")) throw new IllegalStateException(said);
            var latencies = latencies(folder);
            return Sample.of(elapsed(said, latencies.length, time), latencies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(Script script, Path file, Path folder, int clients, Duration time) {
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-h",
                "127.0.0.1",
                "-p",
                cluster.port(),
                "-U",
                script.role(),
                "-c",
                "" + clients,
                "-j",
                "" + Math.min(2, clients),
                "-T",
                "" + time.toSeconds(),
                "-f",
                file.toString(),
                "-l",
                "--log-prefix",
                folder.resolve("latency").toString()));
        for (var variable : new TreeMap<>(script.variables()).entrySet()) {
            command.add("-D");
            command.add(variable.getKey() + "=" + variable.getValue());
        }
        command.add("lienzo");
        return command;
    }

    /// From the rate it reports, which leaves connecting out.
    private static double elapsed(String said, int transactions, Duration time) {
        return said.lines()
                .filter(line -> line.startsWith("tps = "))
                .mapToDouble(line -> transactions / Double.parseDouble(line.substring(6, line.indexOf(' ', 6))))
                .findFirst()
                .orElse(time.toMillis() / 1e3);
    }

    /// Third column of its log: microseconds of each transaction.
    private static long[] latencies(Path folder) throws IOException {
        var all = LongStream.empty();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("latency"))
                    .toList()) {
                var part = Files.readAllLines(file).stream()
                        .mapToLong(line -> 1_000 * Long.parseLong(line.split(" ")[2]))
                        .toArray();
                all = LongStream.concat(all, LongStream.of(part));
            }
        }
        return all.toArray();
    }
}
