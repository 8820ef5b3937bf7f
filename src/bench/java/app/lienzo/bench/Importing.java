package app.lienzo.bench;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// I1: a file of contacts, from the upload to the last row, in rows a second, and how much memory the process has more
/// while it works on it.
final class Importing {
    private static final int COMPANIES = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String BOUNDARY = "----lienzo-bench";
    private static final String IMPORTS = "/api/v1/imports";
    private static final String MAPPING = """
            {"targets": {"0": "name", "1": "email", "2": "phone", "3": "company", "4": "tags", "5": "city"}}
            """;

    private final Site site;
    private final Api api;

    Importing(Site site) {
        this.site = site;
        this.api = new Api(site, site.organization("write"));
    }

    void run() {
        if (!site.options().wants("I1")) return;
        Report.say("\nI1");
        int rows = site.options().quick() ? 10_000 : 100_000;
        taken("warm", 2_000);
        double before = Machine.residentMemory(site.product().pid());
        var rates = new ArrayList<Double>();
        var first = taken("first", rows);
        rates.add(first.rate());
        say("new contacts", rows, first, before);
        say("the same file again", rows, taken("first", rows), before);
        site.report()
                .goal(
                        Goal.atMost("I1", "memory while a file of contacts is imported", "before", 2, 1.3),
                        List.of(first.memory() / before));
    }

    /// @param rate rows a second
    /// @param memory the most that the process had, MiB
    private record Run(double reading, double checking, double rate, double memory) {}

    private void say(String what, int rows, Run run, double before) {
        site.report()
                .note(String.format(
                        Locale.ROOT,
                        "I1: %s: %d rows read in %.1f s, tried in %.1f s, taken at %.0f rows a second; memory %.0f MiB before, %.0f MiB at most (load %s)",
                        what,
                        rows,
                        run.reading(),
                        run.checking(),
                        run.rate(),
                        before,
                        run.memory(),
                        Machine.loadAverage()));
    }

    private Run taken(String name, int rows) {
        long begin = System.nanoTime();
        var id = upload(file(name, rows));
        var path = IMPORTS + "/" + id;
        double reading = seconds(begin);
        begin = System.nanoTime();
        api.send("PUT", path + "/mapping", MAPPING);
        api.send("POST", path + "/check", "");
        double memory = wait(id, "CHECKED");
        double checking = seconds(begin);
        begin = System.nanoTime();
        api.send("POST", path + "/start", "");
        memory = Math.max(memory, wait(id, "DONE"));
        return new Run(reading, checking, rows / seconds(begin), memory);
    }

    private static byte[] file(String name, int rows) {
        var csv = new StringBuilder("Name,E-mail,Phone,Company,Tags,City\n");
        for (int i = 0; i < rows; i++)
            csv.append("Person %s %d,person%d@%s.example,+34600%06d,\"Company %d, S.A.\",vip,Madrid\n"
                    .formatted(name, i, i, name, i % 1_000_000, i % COMPANIES));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private double wait(String id, String state) {
        double memory = 0;
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            memory = Math.max(memory, Machine.residentMemory(site.product().pid()));
            var found = site.cluster().text("select state from lienzo.import_run where id = ?::uuid", id);
            if (found.equals(state)) return memory;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("An import never was " + state);
    }

    private String upload(byte[] csv) {
        var parts = List.of(
                part("kind") + "contacts\r\n",
                part("space") + site.organization("write").space() + "\r\n",
                "--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"contacts.csv\"\r\nContent-Type: text/csv\r\n\r\n");
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(String.join("", parts)),
                HttpRequest.BodyPublishers.ofByteArray(csv),
                HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return Api.id(api.send("POST", IMPORTS, "multipart/form-data; boundary=" + BOUNDARY, body));
    }

    private static String part(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
