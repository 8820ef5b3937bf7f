package app.lienzo.portalaccess;

import java.util.UUID;

/// A mailed link that may still be used.
///
/// @param address where it was mailed
/// @param first whether it is this contact's first password
public record PortalLinkView(UUID id, UUID contact, UUID space, String address, boolean first) {}
