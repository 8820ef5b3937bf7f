package app.lienzo.sla;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// Counts the deadlines of open tickets again.
record RecountClocks(UUID recount) implements Job {}
