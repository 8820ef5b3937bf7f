package app.lienzo.identity;

import java.util.List;
import java.util.Optional;

/// What a `User-Agent` says in words a person knows: "Chrome · Linux". A hint, nothing more: anybody
/// can write anything there.
public final class Device {
    private static final int LENGTH_MAX = 60;

    private record Mark(String token, String name) {}

    /// In this order: the later ones also stand in the earlier ones' texts.
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg/", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("Firefox/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS X", "macOS"),
            new Mark("Linux", "Linux"));

    private Device() {}

    public static String of(String userAgent) {
        return known(userAgent)
                .orElseGet(
                        () -> userAgent.length() <= LENGTH_MAX ? userAgent : userAgent.substring(0, LENGTH_MAX) + "…");
    }

    /// Nothing for what is none of the browsers we know.
    static Optional<String> known(String userAgent) {
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser.isEmpty()) return Optional.empty();
        return Optional.of(system.isEmpty() ? browser : browser + " · " + system);
    }

    private static String first(List<Mark> marks, String text) {
        return marks.stream()
                .filter(mark -> text.contains(mark.token()))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }
}
