package app.lienzo.identity;

import org.jspecify.annotations.Nullable;

/// What describes a person and opens nothing: who edits it needs no proof.
///
/// @param phone E.164 or what was typed; null for none
/// @param language `es`, `en`, `pt`, or null for what the browser asks for
/// @param timeZone an IANA zone, or null for the organization's
public record MemberDetails(
        String name,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String timeZone) {}
