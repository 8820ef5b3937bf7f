package app.lienzo.kernel;

import java.text.Normalizer;

/// What strangers type, made fit to be stored and shown: no control characters, no invisible or
/// direction-changing ones, one spelling (NFC). Markup stays as it is; it is text, and escaping is the
/// page's work.
public final class SafeText {
    private SafeText() {}

    /// One line: every run of white space becomes one space; at most `max` characters.
    public static String line(String text, int max) {
        return cut(visible(text, false).strip().replaceAll("\\s+", " "), max);
    }

    /// Several lines: line ends become `\n`, the rest as in [#line].
    public static String block(String text) {
        return visible(text.replace("\r\n", "\n").replace('\r', '\n'), true).strip();
    }

    /// The first `max` characters, never half of a surrogate pair.
    public static String cut(String text, int max) {
        if (text.length() <= max) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static String visible(String text, boolean lines) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> visible(point, lines))
                .map(point -> Character.isWhitespace(point) && point != '\n' ? ' ' : point)
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /// U+200D joins emoji, U+200C shapes Persian: both stay. Every other format character (Cf) goes,
    /// the overrides of Unicode's UAX 9 among them.
    private static boolean visible(int point, boolean lines) {
        if (point == '\n' || point == '\t') return true;
        if (point == 0x200D || point == 0x200C) return true;
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lines;
            default -> true;
        };
    }
}
