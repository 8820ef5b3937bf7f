package app.lienzo.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes a stranger's file name fit to be shown and to be saved under.
final class FileName {
    static final int LENGTH_MAX = 120;

    private static final int EXTENSION_MAX = 12;
    private static final String NAMELESS = "file";
    private static final Set<Integer> INVISIBLE = Set.of(0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0);
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FileName() {}

    /// Removes invisible characters first, so that no later rule can be tricked by them; then path
    /// parts, leading and trailing dots, and device names that Windows would not save.
    static String clean(String name) {
        var visible = visible(name);
        var last = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
        var bare = last.replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        if (bare.isEmpty()) return NAMELESS;
        return cut(DEVICE.matcher(bare).matches() ? "_" + bare : bare);
    }

    /// What stands behind the last dot, in small letters; empty when there is none.
    static String extension(String cleanName) {
        int dot = cleanName.lastIndexOf('.');
        return dot < 0
                ? ""
                : cleanName.substring(dot + 1).toLowerCase(Locale.ROOT).strip();
    }

    private static String visible(String name) {
        var kept = new StringBuilder(name.length());
        name.codePoints().filter(FileName::visible).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /// Stricter than for messages: the joiners of emoji go too, as they may hide inside an extension.
    private static boolean visible(int point) {
        if (INVISIBLE.contains(point) || (point >= 0xFE00 && point <= 0xFE0F)) return false;
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// Shortens the name and keeps its extension, which tells people what they will open.
    private static String cut(String name) {
        if (name.length() <= LENGTH_MAX) return name;
        int dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= EXTENSION_MAX ? name.substring(dot) : "";
        int end = LENGTH_MAX - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end).strip() + extension;
    }
}
