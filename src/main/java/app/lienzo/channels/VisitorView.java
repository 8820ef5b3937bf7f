package app.lienzo.channels;

import app.lienzo.tenancy.OrganizationView;
import java.util.UUID;

/// A browser that holds a token of a channel, and the contact it speaks for.
///
/// @param name of the contact, empty when he has not said it
/// @param blocked whether nothing is taken from him
public record VisitorView(
        OrganizationView organization, UUID id, UUID channel, UUID space, UUID contact, String name, boolean blocked) {}
