package app.lienzo.search;

import app.lienzo.search.SearchHit.Part;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Shows in a text what was looked for: the words with the same beginning, whatever their case, accents and ending.
/// PostgreSQL's own `ts_headline` reads a whole text for every hit and took longer than the search.
final class Excerpt {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[@.+_-][\\p{L}\\p{N}]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// How much of a longer word counts: endings are what languages change.
    private static final int ENDING = 2;
    private static final int STEM_MIN = 4;
    private static final int BEFORE = 40;

    private final List<String> beginnings;

    private Excerpt(List<String> beginnings) {
        this.beginnings = beginnings;
    }

    /// @param words as they were typed
    static Excerpt of(List<String> words) {
        return new Excerpt(words.stream()
                .map(Excerpt::folded)
                .filter(word -> !word.isEmpty())
                .map(Excerpt::beginning)
                .distinct()
                .toList());
    }

    /// The whole text, with its hits.
    List<Part> mark(String text) {
        return parts(text, 0, text.length(), "", "");
    }

    /// About `length` characters around the first hit; nothing where there is none.
    List<Part> around(String text, int length) {
        int at = first(text);
        if (at < 0) return List.of();
        int from = at <= BEFORE ? 0 : wordStart(text, at - BEFORE);
        int to = text.length() - from <= length ? text.length() : wordEnd(text, from + length);
        return parts(text, from, to, from == 0 ? "" : "… ", to == text.length() ? "" : " …");
    }

    private int first(String text) {
        var words = WORD.matcher(text);
        while (words.find()) if (hits(words.group())) return words.start();
        return -1;
    }

    private List<Part> parts(String text, int from, int to, String before, String behind) {
        var parts = new ArrayList<Part>();
        var plain = new StringBuilder(before);
        var words = WORD.matcher(text).region(from, to);
        int end = from;
        while (words.find()) {
            if (!hits(words.group())) continue;
            plain.append(text, end, words.start());
            if (!plain.isEmpty()) parts.add(new Part(plain.toString(), false));
            plain.setLength(0);
            parts.add(new Part(words.group(), true));
            end = words.end();
        }
        plain.append(text, end, to).append(behind);
        if (!plain.isEmpty()) parts.add(new Part(plain.toString(), false));
        return parts;
    }

    private boolean hits(String word) {
        var folded = folded(word);
        return beginnings.stream().anyMatch(folded::startsWith);
    }

    private static String beginning(String word) {
        boolean cut = word.length() > STEM_MIN && word.chars().allMatch(Character::isLetter);
        return cut ? word.substring(0, Math.max(STEM_MIN, word.length() - ENDING)) : word;
    }

    private static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static int wordStart(String text, int at) {
        int space = text.indexOf(' ', at);
        return space < 0 || space > at + BEFORE ? at : space + 1;
    }

    private static int wordEnd(String text, int at) {
        int space = text.lastIndexOf(' ', at);
        return space < at - BEFORE ? at : space;
    }
}
