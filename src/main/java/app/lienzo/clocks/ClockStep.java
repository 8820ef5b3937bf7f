package app.lienzo.clocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can happen to a clock. Everything else about it follows from the steps in their order. A cause is a code of
/// whoever
/// takes the step.
public sealed interface ClockStep {
    record Started(Terms terms) implements ClockStep {}

    record Paused(String cause) implements ClockStep {}

    record Resumed() implements ClockStep {}

    /// From the beginning, with nothing used up.
    record Reset(Terms terms) implements ClockStep {}

    record Met() implements ClockStep {}

    /// It was met, and goes on with what was used up: time in between does not count.
    record Reopened() implements ClockStep {}

    record Cancelled(String cause) implements ClockStep {}

    /// Other terms, which hold from the start.
    record Changed(Terms terms, String cause) implements ClockStep {}

    /// Where the deadline lies now; null while it stands still. Told for readers: it follows from the others.
    record Moved(@Nullable Instant due) implements ClockStep {}

    record Warned(Instant due) implements ClockStep {}

    record Breached(Instant due) implements ClockStep {}
}
