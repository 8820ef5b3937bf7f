package app.lienzo.spaces;

import app.lienzo.tenancy.Vocabulary;
import org.jspecify.annotations.Nullable;

/// What whoever runs a space may set.
///
/// @param vocabulary null for the organization's
/// @param language two letters; null for the organization's
public record SpaceSettings(
        String name,
        @Nullable Vocabulary vocabulary,
        @Nullable String language) {}
