package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the machine does beside us, read from `/proc`. Elsewhere than on Linux it is not known.
final class Machine {
    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    /// Processes whose work, with their children's, is ours.
    private final Set<Long> ours = ConcurrentHashMap.newKeySet();

    Machine() {
        ours.add(ProcessHandle.current().pid());
    }

    void own(long pid) {
        ours.add(pid);
    }

    /// Counters at a moment, in seconds of CPU.
    private record Moment(long nanos, double busy, double own) {}

    /// How many cores others keep busy, from one moment to another.
    final class Watch {
        private final Moment begin = moment();

        double others() {
            var end = moment();
            double seconds = (end.nanos - begin.nanos) / 1e9;
            return Math.max(0, (end.busy - begin.busy - (end.own - begin.own)) / seconds);
        }
    }

    /// Waits until others leave the machine alone for a second.
    ///
    /// @return how many cores they kept busy in the last second
    double waitForQuiet(int secondsMax) {
        double others = 0;
        for (int i = 0; i < secondsMax; i++) {
            var watch = new Watch();
            pause(1_000);
            others = watch.others();
            if (others < 0.15) break;
        }
        return others;
    }

    static String loadAverage() {
        return read(PROC.resolve("loadavg")).split(" ")[0];
    }

    static String description() {
        var memory =
                read(PROC.resolve("meminfo")).lines().findFirst().orElse("").replaceAll("\\D", "");
        var model = read(PROC.resolve("cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.1f GB of memory, %s %s, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                model,
                memory.isEmpty() ? 0 : Long.parseLong(memory) / 1e6,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }

    /// Memory of a process that is really there, in MiB.
    static double residentMemory(long pid) {
        return read(PROC.resolve(pid + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    /// Processor time that a process and its children that live have used.
    static double processorSeconds(long pid) {
        double ticks = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> ticks(child.pid()))
                .sum();
        return (ticks + ticks(pid)) / TICKS_PER_SECOND;
    }

    private static double ticks(long pid) {
        var stat = read(PROC.resolve(pid + "/stat"));
        if (stat.isEmpty()) return 0;
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Moment moment() {
        var cpu = read(PROC.resolve("stat")).lines().findFirst().orElse("").split(" +");
        double busy = 0;
        for (int i = 1; i < cpu.length; i++) if (i != 4 && i != 5 && i < 9) busy += Double.parseDouble(cpu[i]);
        return new Moment(System.nanoTime(), busy / TICKS_PER_SECOND, own());
    }

    /// User and system time of our processes, and of their children that ended.
    private double own() {
        var parents = new HashMap<Long, Long>();
        var ticks = new HashMap<Long, Double>();
        try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var process : processes) {
                var stat = read(process.resolve("stat"));
                if (stat.isEmpty()) continue;
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                long pid = Long.parseLong(process.getFileName().toString());
                parents.put(pid, Long.parseLong(fields[1]));
                double spent = 0;
                for (int i = 11; i <= 14; i++) spent += Double.parseDouble(fields[i]);
                ticks.put(pid, spent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var counted = new HashSet<Long>();
        ticks.keySet().stream().filter(pid -> isOurs(pid, parents)).forEach(counted::add);
        return counted.stream().mapToDouble(pid -> ticks.getOrDefault(pid, 0.0)).sum() / TICKS_PER_SECOND;
    }

    private boolean isOurs(long pid, Map<Long, Long> parents) {
        for (Long at = pid; at != null && at > 1; at = parents.get(at)) if (ours.contains(at)) return true;
        return false;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }
}
