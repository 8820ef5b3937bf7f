package app.lienzo.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The change log is the table of contents of the schema: every file is in it once, oldest first, with
/// a way back.
class MigrationTest {

    private static final Path FOLDER = House.RESOURCES.resolve("db/changelog");
    private static final Path CONTENTS = FOLDER.resolve("main.yaml");
    private static final Pattern NAME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}-\\d{4}-" + FloorPlan.read().asPattern() + "-[a-z0-9]+(?:-[a-z0-9]+)*\\.sql");
    private static final Pattern CHANGESET = Pattern.compile("(?mi)^--\\s*changeset\\s+(\\S.*)$");
    private static final Pattern ROLLBACK =
            Pattern.compile("(?mi)^--\\s*rollback\\s+\\S|^/\\*\\s*liquibase\\s+rollback\\s");

    @Test
    void the_change_log_lists_what_the_folder_holds() throws IOException {
        assertThat(included()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(inFolder());
    }

    @Test
    void the_change_log_runs_oldest_first() throws IOException {
        assertThat(included()).isSorted();
    }

    @Test
    void a_migration_is_named_after_its_moment_and_its_feature() {
        assertThat(inFolder()).allMatch(name -> NAME.matcher(name).matches(), "date-time-feature-what.sql");
    }

    @Test
    void every_change_knows_its_way_back() {
        var stuck = new ArrayList<String>();
        for (var file : sqlFiles()) {
            var text = House.text(file);
            assertThat(text).as(file.toString()).startsWithIgnoringCase("--liquibase formatted sql");
            var changes = CHANGESET.matcher(text);
            assertThat(changes.results().count()).as("changesets in %s", file).isPositive();
            changes.reset();
            var previous = -1;
            var title = "";
            while (changes.find()) {
                notedIfStuck(text, previous, changes.start(), file + " " + title, stuck);
                previous = changes.end();
                title = changes.group(1);
            }
            notedIfStuck(text, previous, text.length(), file + " " + title, stuck);
        }
        assertThat(stuck).as("changesets without --rollback").isEmpty();
    }

    private static void notedIfStuck(String text, int from, int to, String title, List<String> stuck) {
        if (from >= 0 && !ROLLBACK.matcher(text.substring(from, to)).find()) {
            stuck.add(title);
        }
    }

    private static List<String> included() throws IOException {
        if (!Files.exists(CONTENTS)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (JsonNode entry :
                new YAMLMapper(new YAMLFactory()).readTree(CONTENTS.toFile()).path("databaseChangeLog")) {
            assertThat(entry.has("includeAll"))
                    .as("includeAll finds nothing in a native image: list the files")
                    .isFalse();
            if (entry.has("include")) {
                names.add(
                        House.nameOf(Path.of(entry.path("include").path("file").asText())));
            }
        }
        return names;
    }

    private static List<String> inFolder() {
        return sqlFiles().stream().map(House::nameOf).toList();
    }

    private static List<Path> sqlFiles() {
        return House.files(FOLDER, file -> House.nameOf(file).endsWith(".sql"));
    }
}
