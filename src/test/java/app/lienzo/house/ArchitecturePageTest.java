package app.lienzo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Papers that drift from the code are worse than none: what can be compared is compared.
class ArchitecturePageTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path PAGE = DOCS.resolve("architecture.md");
    private static final Path DECISIONS = DOCS.resolve("adr");
    private static final Pattern SHOWN_PLAN =
            Pattern.compile("(?s)<!-- floor-plan: begin -->\\s*```text\\n(.*?)```\\s*<!-- floor-plan: end -->");
    private static final Pattern DECISION = Pattern.compile("(\\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\\.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
    private static final int LINES_MAX = 200;

    @Test
    void the_page_shows_the_plan_that_is_tested() {
        var shown = SHOWN_PLAN.matcher(House.text(PAGE));

        assertThat(shown.find())
                .as("the floor plan between its markers in %s", PAGE)
                .isTrue();
        assertThat(shown.group(1)).isEqualTo(House.text(FloorPlan.FILE));
    }

    @Test
    void the_page_can_be_read_at_one_sitting() {
        assertThat(House.text(PAGE).lines().count()).isLessThanOrEqualTo(LINES_MAX);
    }

    @Test
    void decisions_are_numbered_once() {
        var names =
                House.files(DECISIONS, _ -> true).stream().map(House::nameOf).toList();

        assertThat(names).isNotEmpty().allMatch(name -> DECISION.matcher(name).matches(), "NNNN-title.md");
        assertThat(names.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
    }

    @Test
    void every_link_leads_somewhere() {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            var links = LINK.matcher(CODE.matcher(House.text(page)).replaceAll(""));
            while (links.find()) {
                var target = links.group(1).replaceFirst("#.*$", "");
                if (!isElsewhere(links.group(1)) && !Files.exists(page.resolveSibling(target))) {
                    broken.add(page + " -> " + links.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean isElsewhere(String link) {
        return link.startsWith("#") || link.matches("[a-z]+:.*");
    }

    private static List<Path> pages() {
        var top = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                .map(Path::of);
        var below = Stream.of(DOCS, Path.of("deploy"), Path.of("tenants-sample"))
                .flatMap(
                        folder -> House.files(folder, file -> House.nameOf(file).endsWith(".md")).stream());
        return Stream.concat(top, below).toList();
    }
}
