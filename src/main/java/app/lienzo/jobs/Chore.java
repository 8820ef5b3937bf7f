package app.lienzo.jobs;

/// Port: what has to be tidied up in every organization now and then. Each is done for each
/// organization by itself, so that one that fails stops no other.
public interface Chore {
    /// Kebab-case, for the log and the list of failures.
    String name();

    void run();
}
