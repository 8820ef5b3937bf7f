package app.lienzo.jobs;

/// One chore for one organization.
record DoChore(String name) implements Job {}
