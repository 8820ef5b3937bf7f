package app.lienzo.contacts;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// What could be undone for a while cannot be undone any more.
public record ForgetChange(UUID undo) implements Job {}
