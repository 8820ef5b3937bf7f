package app.lienzo.domains;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// Looks at a name again.
///
/// @param number of the planned check; one that was planned anew since is not done
record CheckDomain(UUID domain, int number) implements Job {}
