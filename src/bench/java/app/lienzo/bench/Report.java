package app.lienzo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tables that a run leaves.
final class Report {
    private final List<String> goals = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void goal(Goal goal, List<Double> values) {
        goals.add(row(
                goal.number(),
                goal.what(),
                goal.beside(),
                goal.written(goal.must()),
                goal.written(goal.aim()),
                goal.measured(values),
                goal.verdict(values)));
        say(goals.getLast());
    }

    void pair(String number, Pair pair) {
        pairs.add(row(
                number,
                "" + pair.clients(),
                figure(pair.limit()),
                figure(pair.candidate()),
                String.format(Locale.ROOT, "%.2f", pair.ratio()),
                String.format(Locale.ROOT, "%.2f", pair.others()),
                pair.load()));
        say(pairs.getLast());
    }

    void note(String text) {
        notes.add("* " + text);
        say(notes.getLast());
    }

    static void say(String line) {
        System.err.println(line);
    }

    String written(String machine) {
        return """
                Measured on %s.

                | # | what | beside | must | aim | measured | verdict |
                | --- | --- | --- | --- | --- | --- | --- |
                %s

                Every pair, with finished per second (p50 / p99 in ms), the cores that other programs kept busy meanwhile, and the load average:

                | # | clients | beside | product | ratio | other cores | load |
                | --- | --- | --- | --- | --- | --- | --- |
                %s

                %s
                """.formatted(machine, String.join("\n", goals), String.join("\n", pairs), String.join("\n", notes));
    }

    private static String figure(Sample sample) {
        return String.format(
                Locale.ROOT, "%,.0f (%.1f / %.1f)", sample.rate(), sample.millis(0.5), sample.millis(0.99));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
