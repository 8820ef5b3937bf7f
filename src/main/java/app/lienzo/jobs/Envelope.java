package app.lienzo.jobs;

/// How a job lies in the queue.
///
/// @param organization whose it is
/// @param kind name of the job's class
/// @param content the job as JSON
record Envelope(String organization, String kind, String content) {}
