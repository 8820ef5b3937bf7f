package app.lienzo.tenancy;

/// The words an organization or a space uses for its customers (SO-2).
public enum Vocabulary {
    SERVICE_PROVIDER,
    INTERNAL_IT
}
