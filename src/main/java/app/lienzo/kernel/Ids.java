package app.lienzo.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Optional;
import java.util.UUID;

/// Identifiers of everything we store: UUID version 7 (RFC 9562, section 5.7), so that newer rows sort behind older ones.
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /// Reads an id that a stranger wrote; empty for anything that is not the canonical form of a UUID.
    public static Optional<UUID> read(String text) {
        if (text.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
