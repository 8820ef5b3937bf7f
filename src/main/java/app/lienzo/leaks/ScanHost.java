package app.lienzo.leaks;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// Look through the host of the organization. Run twice, the second time does nothing that the first did.
record ScanHost(UUID scan) implements Job {}
