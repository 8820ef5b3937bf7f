package app.lienzo.jobs;

/// Something to be done later: a record of ids and values that JSON can carry. Running it twice must do
/// no harm, because a lease can expire.
public interface Job {}
