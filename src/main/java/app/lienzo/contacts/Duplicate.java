package app.lienzo.contacts;

/// Somebody who may be the same person.
///
/// @param why what speaks for it
public record Duplicate(ContactView contact, Reason why) {
    /// The strongest first.
    public enum Reason {
        /// One says what is in the other's file.
        EMAIL,
        PHONE,
        NAME
    }
}
