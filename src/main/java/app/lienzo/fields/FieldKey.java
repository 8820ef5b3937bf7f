package app.lienzo.fields;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/// What the values of a field lie under: its first label in small letters.
final class FieldKey {
    private static final int MAX = 36;

    private FieldKey() {}

    /// One that nobody has.
    static String of(String label, Collection<String> taken) {
        var plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
        var cut = plain.substring(0, Math.min(plain.length(), MAX)).replaceAll("^_+|_+$", "");
        var wish = cut.isEmpty() ? "field" : cut;
        var key = wish;
        for (int n = 2; taken.contains(key); n++) key = wish + "_" + n;
        return key;
    }
}
