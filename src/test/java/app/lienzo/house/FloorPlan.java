package app.lienzo.house;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The plan as data: every feature, lowest floor first, with the features it may lean on.
record FloorPlan(Map<String, Set<String>> floors, List<String> mistakes) {

    static final Path FILE = Path.of("docs/floor-plan.txt");

    private static final Pattern LINE = Pattern.compile("(\\w+)\\s*:(?: (\\S+(?: \\S+)*))?\\s{2,}(\\S.*)");

    static FloorPlan read() {
        try {
            return parse(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new AssertionError("The floor plan " + FILE + " cannot be read", e);
        }
    }

    /// A feature may only name features written above it: so the plan cannot hold a cycle.
    static FloorPlan parse(List<String> lines) {
        var floors = new LinkedHashMap<String, Set<String>>();
        var mistakes = new ArrayList<String>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                mistakes.add("not 'feature : floors below  what it is': " + line);
                continue;
            }
            var feature = parts.group(1);
            var below = new TreeSet<>(namesIn(parts.group(2)));
            if (below.remove("*")) {
                below.addAll(floors.keySet());
            }
            below.stream()
                    .filter(name -> !floors.containsKey(name))
                    .forEach(name -> mistakes.add(feature + " leans on " + name + ", which is not written above it"));
            if (floors.put(feature, below) != null) {
                mistakes.add(feature + " is written twice");
            }
        }
        return new FloorPlan(floors, mistakes);
    }

    Set<String> features() {
        return floors.keySet();
    }

    /// What `feature` may not touch: everything that is neither itself nor below it.
    List<String> forbiddenFor(String feature) {
        return features().stream()
                .filter(other -> !other.equals(feature))
                .filter(other -> !floors.getOrDefault(feature, Set.of()).contains(other))
                .toList();
    }

    String asPattern() {
        return features().stream().collect(joining("|", "(?:", ")"));
    }

    private static List<String> namesIn(String list) {
        return list == null ? List.of() : List.of(list.split(" "));
    }
}
