package app.lienzo.fields;

/// What a field holds.
public enum FieldKind {
    TEXT,
    NUMBER,
    DATE,
    CHOICE,
    CHECKBOX
}
