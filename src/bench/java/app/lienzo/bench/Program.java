package app.lienzo.bench;

import app.lienzo.world.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A packaged program that runs as a process of its own.
final class Program implements AutoCloseable {
    private static final int START_SECONDS_MAX = 120;
    private static final int STOP_SECONDS_MAX = 60;

    private final Process process;
    private final int port;
    private final double startSeconds;

    private Program(Process process, int port, double startSeconds) {
        this.process = process;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    /// How a program is started.
    ///
    /// @param options for the JVM, beside those of `deploy/jvm.options`
    /// @param plain as `java -jar` alone starts it: neither those options nor a cache of classes
    /// @param ready a request that is answered as it says once the program serves
    record Plan(
            Path jar,
            List<String> options,
            boolean plain,
            Map<String, String> environment,
            String portVariable,
            Request ready,
            Path log) {
        Plan with(List<String> more) {
            return new Plan(jar, more, plain, environment, portVariable, ready, log);
        }

        /// As somebody starts it who knows nothing of `bin/run`.
        Plan asPlain() {
            return new Plan(jar, options, true, environment, portVariable, ready, log);
        }

        /// With more in its environment.
        Plan beside(Map<String, String> more) {
            var all = new HashMap<>(environment);
            all.putAll(more);
            return new Plan(jar, options, plain, all, portVariable, ready, log);
        }
    }

    /// Starts it and waits until it serves.
    static Program start(Plan plan) {
        int port = Ports.free();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!plan.plain()) command.addAll(asBinRunDoes(plan.jar()));
        command.addAll(plan.options());
        command.addAll(List.of("-jar", plan.jar().toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        if (!plan.plain()) builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(plan.environment());
        builder.environment().put(plan.portVariable(), Integer.toString(port));
        long begin = System.nanoTime();
        try {
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            while (!serves(port, plan.ready())) {
                boolean late = System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
                if (late) process.destroyForcibly();
                if (late || !process.isAlive()) throw new IllegalStateException("Did not start: " + end(plan.log()));
                Machine.pause(5);
            }
            return new Program(process, port, (System.nanoTime() - begin) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> asBinRunDoes(Path jar) {
        var options = "@" + Path.of("deploy", "jvm.options").toAbsolutePath();
        var cache = jar.resolveSibling("app.aot");
        return Files.exists(cache) ? List.of(options, "-XX:AOTCache=" + cache) : List.of(options);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    double startSeconds() {
        return startSeconds;
    }

    /// Ends it without a word, as a power cut would.
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /// What it said last.
    private static String end(Path log) throws IOException {
        var said = Files.readString(log);
        return said.substring(Math.max(0, said.length() - 4_000));
    }

    private static boolean serves(int port, Request ready) {
        try (var connection = new HttpConnection(port)) {
            return connection.exchange(ready.bytes()) == ready.status();
        } catch (IOException _) {
            return false;
        }
    }
}
