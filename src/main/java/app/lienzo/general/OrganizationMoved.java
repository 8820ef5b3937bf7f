package app.lienzo.general;

import org.jspecify.annotations.Nullable;

/// The organization says that its clocks go by another time zone; inside the transaction in which it says so.
///
/// @param before null when nobody had said
/// @param after null when it takes it back
public record OrganizationMoved(
        @Nullable String before, @Nullable String after) {}
