package app.lienzo.ui;

import java.time.ZoneId;
import java.util.List;

/// Time zones that a person can choose from: those that are named after a place.
public final class TimeZones {
    public static final List<String> OFFERED = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private TimeZones() {}
}
