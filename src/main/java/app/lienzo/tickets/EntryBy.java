package app.lienzo.tickets;

/// Whose word a line is.
public enum EntryBy {
    MEMBER,
    CONTACT,
    SYSTEM
}
