package app.lienzo.oversight.web;

import app.lienzo.ui.Words;
import java.text.Collator;
import java.util.List;
import java.util.Locale;

/// Every action and every kind of thing in words. They lie in `words/audit_{es,en,pt}.properties`; a test
/// reads from the sources which there have to be.
final class AuditWords {
    private static final String BUNDLE = "audit";
    private static final String ACTION = "action.";
    private static final String SUBJECT = "subject.";

    private AuditWords() {}

    /// One that can be chosen.
    record Choice(String code, String label) {}

    /// What an older version wrote and nobody has words for any more goes out as it is.
    static String action(String code, Locale language) {
        return word(ACTION + code, code, language);
    }

    static String subject(String code, Locale language) {
        return word(SUBJECT + code, code, language);
    }

    static List<Choice> actions(Locale language) {
        return choices(ACTION, language);
    }

    static List<Choice> subjects(Locale language) {
        return choices(SUBJECT, language);
    }

    private static List<Choice> choices(String prefix, Locale language) {
        var order = Collator.getInstance(language);
        return Words.all(BUNDLE, language).entrySet().stream()
                .filter(word -> word.getKey().startsWith(prefix))
                .map(word -> new Choice(word.getKey().substring(prefix.length()), word.getValue()))
                .sorted((one, other) -> order.compare(one.label(), other.label()))
                .toList();
    }

    private static String word(String key, String otherwise, Locale language) {
        return Words.has(BUNDLE, key) ? Words.text(BUNDLE, language, key) : otherwise;
    }
}
