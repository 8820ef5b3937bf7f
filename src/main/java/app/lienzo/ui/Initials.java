package app.lienzo.ui;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.UUID;

/// What stands for a person without a picture: one or two letters, and one of eight colours.
@TemplateExtension(namespace = "face")
public final class Initials {
    private static final int COLORS = 8;

    private Initials() {}

    /// The first letters of the first and the last word; empty for a name without any.
    public static String of(String name) {
        var words = name.strip().split("\\s+");
        var first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    /// 0 to 7, always the same for the same person.
    public static int color(UUID id) {
        return Math.floorMod(id.hashCode(), COLORS);
    }

    private static String letter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT);
    }
}
