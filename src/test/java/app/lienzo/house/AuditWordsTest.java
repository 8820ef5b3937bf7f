package app.lienzo.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whatever is written into the trail can be read there in three languages.
class AuditWordsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+)+");
    private static final Pattern RECORDING = Pattern.compile("\\b(?:audit|trail)\\s*\\.record\\(");
    private static final Pattern HANDING_ON = Pattern.compile("(\\w+)\\([^()]*String action[^()]*\\)\\s*\\{");

    @Test
    void every_action_of_the_trail_has_words() {
        var actions = actions();
        assertThat(actions).hasSizeGreaterThan(25).contains("signed-in", "space-archived", "conversation-taken");
        for (var language : Languages.OFFERED) {
            assertThat(actions)
                    .as(language.getLanguage())
                    .allSatisfy(action -> assertThat(Words.all("audit", language))
                            .as("words/audit_%s.properties", language.getLanguage())
                            .containsKey("action." + action));
        }
    }

    /// A code that is put together at run time would be found by nobody who looks for its words.
    @Test
    void no_action_is_put_together() {
        for (var file : recording()) {
            for (var call : calls(House.text(file), RECORDING))
                assertThat(call).as("%s: the code is written out", file).doesNotContain("\" +", "+ \"");
        }
    }

    private static Set<String> actions() {
        var found = new TreeSet<String>();
        for (var file : recording()) {
            var text = House.text(file);
            // An action, and then the kind of thing it was done to.
            for (var call : calls(text, RECORDING)) {
                var codes = codes(call, LITERAL);
                found.addAll(codes.subList(0, Math.max(0, codes.size() - 1)));
                if (codes.size() == 1 && CODE.matcher(codes.getFirst()).matches() && !call.contains("action"))
                    found.add(codes.getFirst());
            }
            HANDING_ON
                    .matcher(text)
                    .results()
                    .forEach(method -> calls(text, Pattern.compile("\\b" + method.group(1) + "\\("))
                            .forEach(call -> codes(call, LITERAL).stream()
                                    .filter(code -> CODE.matcher(code).matches())
                                    .forEach(found::add)));
        }
        return found;
    }

    private static List<Path> recording() {
        return House.files(
                House.SOURCES,
                file -> House.nameOf(file).endsWith(".java")
                        && !House.nameOf(file).equals("AuditTrail.java")
                        && House.text(file).contains("AuditTrail"));
    }

    private static List<String> codes(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /// What stands between the brackets of each call.
    private static List<String> calls(String text, Pattern name) {
        var found = new ArrayList<String>();
        name.matcher(text).results().forEach(call -> {
            int depth = 1;
            int end = call.end();
            for (; end < text.length() && depth > 0; end++) {
                if (text.charAt(end) == '(') depth++;
                if (text.charAt(end) == ')') depth--;
            }
            found.add(text.substring(call.end(), end));
        });
        return found;
    }
}
