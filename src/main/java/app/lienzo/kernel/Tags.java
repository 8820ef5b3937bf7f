package app.lienzo.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tags as people type them: words in lower case, none twice, in the order they were typed.
public final class Tags {
    /// On one thing.
    public static final int TAGS_MAX = 30;

    /// Characters of one.
    public static final int TAG_MAX = 40;

    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");

    private Tags() {}

    /// Those in a text, separated by commas, semicolons or line ends; a leading `#` does not count.
    ///
    /// @throws Refused `tags-too-many`
    public static List<String> read(String typed) {
        return read(List.of(BETWEEN.split(typed)));
    }

    /// Those of several words; what is none, null too, is left out.
    ///
    /// @throws Refused `tags-too-many`
    public static List<String> read(Collection<? extends @Nullable String> typed) {
        var tags = new LinkedHashSet<String>();
        for (var word : typed) {
            if (word == null) continue;
            var tag = tag(word);
            if (!tag.isEmpty()) tags.add(tag);
            if (tags.size() > TAGS_MAX) throw Refused.invalid("tags-too-many", TAGS_MAX);
        }
        return List.copyOf(tags);
    }

    /// One of them, or an empty text for nothing that could be one.
    public static String tag(String typed) {
        var word = SafeText.line(typed, 4 * TAG_MAX).replace(',', ' ').replace(';', ' ');
        var bare = word.replaceFirst("^[#\\s]+", "").strip();
        return SafeText.cut(bare.toLowerCase(Locale.ROOT), TAG_MAX).strip();
    }

    /// Those of both, the first one's first.
    ///
    /// @throws Refused `tags-too-many`
    public static List<String> together(Collection<String> some, Collection<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return read(all);
    }
}
