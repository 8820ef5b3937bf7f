package app.lienzo.acme;

/// Port: looks at a host before an attempt at an authority is spent on it. Called outside of a transaction,
/// in the scope of the organization whose host it is; may take some seconds. Without any, every host is
/// ready.
public interface Preflight {
    Readiness check(String host);
}
