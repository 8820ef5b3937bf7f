package app.lienzo.tenancy;

/// Where an organization's links lead.
///
/// @param redirects whether people who open pages under the platform's name are sent here
public record PrimaryHost(String host, boolean redirects) {}
