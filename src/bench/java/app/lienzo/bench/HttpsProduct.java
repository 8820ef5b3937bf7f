package app.lienzo.bench;

import app.lienzo.world.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// One more process of the product on the same database, with an HTTPS port that is known.
final class HttpsProduct implements AutoCloseable {
    private final Program program;
    private final int httpsPort = Ports.free();

    HttpsProduct(Site site, Map<String, String> more) {
        var plan = site.attachedPlan();
        plan.environment().put("LIENZO_HTTPS_PORT", Integer.toString(httpsPort));
        plan.environment().putAll(more);
        program = Program.start(plan);
        site.machine().own(program.pid());
    }

    int httpsPort() {
        return httpsPort;
    }

    int port() {
        return program.port();
    }

    long pid() {
        return program.pid();
    }

    /// Bytes that live after a full collection.
    double liveHeap() {
        try {
            var jmap = Path.of(System.getProperty("java.home"), "bin", "jmap").toString();
            var process = new ProcessBuilder(jmap, "-histo:live", Long.toString(pid()))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var total = said.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Double.parseDouble(total.strip().split(" +")[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
