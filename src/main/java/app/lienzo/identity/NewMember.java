package app.lienzo.identity;

import org.jspecify.annotations.Nullable;

/// An account to be made.
///
/// @param password null for whoever sets his own by a link, or never needs one
public record NewMember(
        String userName,
        String name,
        String email,
        OrganizationRole role,
        @Nullable String password,
        @Nullable String language) {}
