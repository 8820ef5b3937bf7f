package app.lienzo.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// What the house tests look at: the compiled main code, and the files of the repository. No test
/// starts the product.
final class House {

    static final String ROOT = "app.lienzo";
    static final Path SOURCES = Path.of("src/main/java/app/lienzo");
    static final Path RESOURCES = Path.of("src/main/resources");

    /// Read once: importing is the slow part, and every rule looks at the same classes.
    static final JavaClasses CLASSES = classes();

    private House() {}

    /// Files below `folder` in a steady order; none if the folder does not exist yet.
    static List<Path> files(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    static int lineOf(CharSequence text, int offset) {
        return 1
                + (int) text.subSequence(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static JavaClasses classes() {
        var compiled = Path.of("target/classes/app/lienzo");
        return Files.isDirectory(compiled)
                ? new ClassFileImporter().importPath(compiled)
                : new ClassFileImporter().importClasses();
    }
}
