package app.lienzo.optout;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// The operators hear of a request. Runs in the platform's scope.
record TellOperators(UUID request, OptOutNews news) implements Job {}
