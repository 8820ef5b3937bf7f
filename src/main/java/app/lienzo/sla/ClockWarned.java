package app.lienzo.sla;

import java.time.Instant;
import java.util.UUID;

/// A deadline is near. Once for each, inside the transaction that notes it.
public record ClockWarned(UUID ticket, Metric metric, Instant due) {}
