package app.lienzo.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What somebody typed, taken apart: its words, and the number that it may be.
///
/// @param words nothing in them means anything to a query's language
record Wanted(List<String> words) {
    static final int WORDS_MAX = 16;

    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}@.+_-]+");
    private static final Pattern EDGES = Pattern.compile("^[@.+_-]+|[@.+_-]+$");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    static Wanted read(String typed) {
        return new Wanted(Arrays.stream(NOISE.split(typed.toLowerCase(Locale.ROOT)))
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList());
    }

    boolean empty() {
        return words.isEmpty();
    }

    /// `#123` and `123`.
    OptionalLong number() {
        return words.size() == 1 && NUMBER.matcher(words.getFirst()).matches()
                ? OptionalLong.of(Long.parseLong(words.getFirst()))
                : OptionalLong.empty();
    }

    /// As a name may be written: with typing errors. Nothing for what is too short to be misspelt or too long to be
    /// one.
    String name() {
        var text = String.join(" ", words);
        return words.size() > 4 || text.length() < 3 || text.length() > 60 ? "" : text;
    }
}
