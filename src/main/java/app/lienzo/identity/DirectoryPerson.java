package app.lienzo.identity;

import org.jspecify.annotations.Nullable;

/// A member as a directory has him.
///
/// @param phone null for none
/// @param language `es`, `en`, `pt`, or null for what the browser asks for
/// @param timeZone an IANA zone, or null for the organization's
public record DirectoryPerson(
        String userName,
        String email,
        String name,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String timeZone) {}
