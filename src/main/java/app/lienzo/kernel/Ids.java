package app.lienzo.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/// Identifiers of everything we store: UUID version 7 (RFC 9562, section 5.7), so that newer rows sort
/// behind older ones.
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    /// Behind all that there are: where a list that begins with the newest is read from.
    public static final UUID END = new UUID(-1, -1);

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /// The id of the one thing that belongs to two others: always the same for the same two, and as old
    /// as the first.
    public static UUID of(UUID first, UUID second) {
        var hash = ByteBuffer.wrap(Secrets.hash(first + " " + second));
        long high = (first.getMostSignificantBits() & ~0xFFFL) | (hash.getLong() & 0xFFFL);
        long low = (first.getLeastSignificantBits() & 0xC000000000000000L) | (hash.getLong() & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
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
