package app.lienzo.sla;

import java.time.Instant;
import java.util.UUID;

/// A deadline is over. Once for each, inside the transaction that notes it.
public record ClockBreached(UUID ticket, Metric metric, Instant due) {}
