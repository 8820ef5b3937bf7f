package app.lienzo.leaks;

import app.lienzo.ui.ClassPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words that our own pages and mails say in any language. An organization that is called by one of them
/// cannot be told from the word.
@ApplicationScoped
class CommonWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final List<String> FOLDERS = List.of("messages", "words", "mail");

    private final Set<String> words = new HashSet<>();

    CommonWords() {
        for (var folder : FOLDERS) {
            ClassPath.folder(folder)
                    .values()
                    .forEach(file -> WORD.matcher(new String(file, StandardCharsets.UTF_8))
                            .results()
                            .forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT))));
        }
    }

    boolean all(List<String> tokens) {
        return words.containsAll(tokens);
    }
}
