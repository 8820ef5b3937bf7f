package app.lienzo.sender;

import app.lienzo.jobs.Job;

/// Looks at the organization's sender, if it is time.
record CheckSender() implements Job {}
