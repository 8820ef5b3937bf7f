package app.lienzo.sender;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found of one proof.
///
/// @param reason kebab case; words explain it
/// @param record name of the record in DNS
/// @param type of the record
/// @param expected what it should say; null where that is nobody's business but the owner's
/// @param found what it says; empty for nothing
/// @param fresh false when nobody could be asked this time and this is what was found before
public record Finding(
        Proof proof,
        Verdict verdict,
        String reason,
        String record,
        String type,
        @Nullable String expected,
        List<String> found,
        boolean fresh) {
    private static final int FOUND_MAX = 5;
    private static final int TEXT_MAX = 2_000;

    public Finding {
        found = found.stream().limit(FOUND_MAX).map(Finding::cut).toList();
    }

    /// What counts when nobody could be asked now.
    Finding kept() {
        return new Finding(proof, verdict, reason, record, type, expected, found, false);
    }

    boolean isOf(Finding other) {
        return proof == other.proof && record.equals(other.record);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }
}
