package app.lienzo.imports;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// Gets on with an import, from where it stands to its end.
record RunImport(UUID run) implements Job {}
