package app.lienzo.contacts;

import java.util.UUID;

/// A company that a contact belongs to.
///
/// @param first whether it is the default one: whom a ticket is for that names none
/// @param seesAll whether he is a main contact: sees all tickets of this company
public record CompanyMembership(UUID company, String name, boolean first, boolean seesAll) {}
