package app.lienzo.domains;

import app.lienzo.jobs.Job;

/// Answers a name, if it is one of the organization's, because it has a certificate.
record ServeDomain(String host) implements Job {}
