package app.lienzo.fields;

/// What fields are of.
public enum FieldSubject {
    CONTACT,
    COMPANY,
    TICKET
}
