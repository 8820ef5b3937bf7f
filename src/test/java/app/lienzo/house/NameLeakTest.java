package app.lienzo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The platform's name belongs to its operator: nothing that is sent to a reseller's people may carry
/// it (BY-1).
class NameLeakTest {

    private static final String NAME = "lienzo";

    /// Parameter declarations and other references to our classes stay on the server.
    private static final Pattern TYPE = Pattern.compile("\\bapp\\.lienzo(?=\\.)");

    @Test
    void nothing_that_is_served_carries_the_platforms_name() {
        var leaks = new ArrayList<String>();
        for (var file : House.files(Path.of("src/main"), NameLeakTest::isServed)) {
            if (House.nameOf(file).toLowerCase(Locale.ROOT).contains(NAME)) {
                leaks.add(file + " in its name");
            }
            var text = read(file);
            var at = text.indexOf(NAME);
            if (at >= 0) {
                leaks.add(file + ":" + House.lineOf(text, at));
            }
        }
        assertThat(leaks).as("files that name the platform").isEmpty();
    }

    private static boolean isServed(Path file) {
        var stays = file.startsWith("src/main/java")
                || file.startsWith(House.RESOURCES.resolve("db"))
                || file.startsWith(House.RESOURCES.resolve("META-INF/services"))
                || House.nameOf(file).matches("application(-\\w+)?\\.properties");
        return !stays;
    }

    /// Read byte by byte, so that a picture's metadata is searched like any text.
    private static String read(Path file) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return TYPE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
