package app.lienzo.contacts;

/// What can be done to several contacts at once.
public enum ContactAction {
    /// Adds a tag.
    TAG,
    /// Takes a tag away.
    UNTAG,
    /// Makes a company the default one; none means "Unassigned".
    COMPANY,
    /// Takes nothing from them any more.
    BLOCK,
    UNBLOCK,
    /// Deletes their files.
    REMOVE,
    /// One turned out to be another; never asked for by a list.
    MERGE
}
