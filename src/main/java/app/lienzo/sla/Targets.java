package app.lienzo.sla;

import org.jspecify.annotations.Nullable;

/// What is promised for one kind of ticket, in minutes of open time.
///
/// @param first until the first answer; null for no promise
/// @param next until each further answer
/// @param resolution until it is solved
public record Targets(
        @Nullable Integer first,
        @Nullable Integer next,
        @Nullable Integer resolution) {
    /// A year around the clock.
    public static final int MINUTES_MAX = 366 * 24 * 60;

    public static final Targets NONE = new Targets(null, null, null);

    public @Nullable Integer of(Metric metric) {
        return switch (metric) {
            case FIRST_RESPONSE -> first;
            case NEXT_RESPONSE -> next;
            case RESOLUTION -> resolution;
        };
    }

    public Targets with(Metric metric, @Nullable Integer minutes) {
        return switch (metric) {
            case FIRST_RESPONSE -> new Targets(minutes, next, resolution);
            case NEXT_RESPONSE -> new Targets(first, minutes, resolution);
            case RESOLUTION -> new Targets(first, next, minutes);
        };
    }

    public boolean none() {
        return equals(NONE);
    }
}
