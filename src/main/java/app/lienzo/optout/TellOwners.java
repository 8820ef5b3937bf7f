package app.lienzo.optout;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// The Owners hear of their request. Runs in their organization's scope.
record TellOwners(UUID request, OptOutNews news) implements Job {}
