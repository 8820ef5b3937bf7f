package app.lienzo.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the caller asked for.
///
/// @param only numbers of benchmarks; empty for all
/// @param java options for the product's JVM
record Options(Path product, Path hello, Set<String> only, boolean quick, List<String> java) {
    static Options read(String[] arguments) {
        var options = new Options(Path.of("."), Path.of("."), Set.of(), false, List.of());
        for (int i = 0; i < arguments.length; i++) {
            options = switch (arguments[i]) {
                case "--quick" -> new Options(options.product, options.hello, options.only, true, options.java);
                case "--only" ->
                    new Options(
                            options.product,
                            options.hello,
                            new TreeSet<>(words(arguments[++i])),
                            options.quick,
                            options.java);
                case "--java" ->
                    new Options(
                            options.product,
                            options.hello,
                            options.only,
                            options.quick,
                            List.of(arguments[++i].split(" ")));
                case "--product" ->
                    new Options(Path.of(arguments[++i]), options.hello, options.only, options.quick, options.java);
                case "--hello" ->
                    new Options(options.product, Path.of(arguments[++i]), options.only, options.quick, options.java);
                default -> throw new IllegalArgumentException("Not an option: " + arguments[i]);
            };
        }
        return options;
    }

    boolean wants(String... numbers) {
        return only.isEmpty() || Arrays.stream(numbers).anyMatch(only::contains);
    }

    Duration time() {
        return Duration.ofSeconds(quick ? 2 : 5);
    }

    /// For the first load of a run; later ones find the product warm.
    Duration warmUp(boolean first) {
        if (quick) return Duration.ofSeconds(first ? 8 : 2);
        return Duration.ofSeconds(first ? 60 : 8);
    }

    int patienceForQuiet() {
        return quick ? 2 : 6;
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split("[, ]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
