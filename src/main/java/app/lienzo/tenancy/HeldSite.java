package app.lienzo.tenancy;

/// A name that some organization has proved.
///
/// @param organization its id: perhaps not the one in scope
public record HeldSite(String host, String organization, SiteState state, boolean primary, boolean redirects) {}
