package app.lienzo.domains;

import app.lienzo.jobs.Job;

/// Lets the organization that has a name know nothing of a rival any more: this one gave its claim up.
record CalmHolder(String host) implements Job {}
