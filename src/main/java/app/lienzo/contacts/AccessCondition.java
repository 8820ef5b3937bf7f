package app.lienzo.contacts;

/// Port: what tells contacts of one standing with the portal from others. Implemented by whoever keeps access.
public interface AccessCondition {
    /// A condition in SQL on `lienzo.contact c`, without parameters.
    String of(ContactAccess access);
}
