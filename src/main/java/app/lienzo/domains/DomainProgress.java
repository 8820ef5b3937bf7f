package app.lienzo.domains;

/// How far an organization got with a name of its own.
public enum DomainProgress {
    NONE,
    BEGUN,
    ACTIVE
}
