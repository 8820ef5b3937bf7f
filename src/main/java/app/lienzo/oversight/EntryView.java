package app.lienzo.oversight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did what to what, when and from where.
///
/// @param member null for what no member did
/// @param actor as he was called then
/// @param action verb in the past, kebab-case
/// @param subject what kind of thing it was done to
/// @param subjectName of a member; null for other things and for whoever is gone
/// @param address where the request came from; null for what no request caused
public record EntryView(
        UUID id,
        Instant at,
        @Nullable UUID member,
        String actor,
        String action,
        String subject,
        @Nullable UUID subjectId,
        @Nullable String subjectName,
        @Nullable String address) {}
