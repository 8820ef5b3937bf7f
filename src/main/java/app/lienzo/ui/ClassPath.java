package app.lienzo.ui;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads files of the class path, whether they lie in folders (development, tests) or in a jar.
public final class ClassPath {
    private static final String WEBJARS = "META-INF/resources/webjars/";

    private ClassPath() {}

    public static byte[] read(String path) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) throw new IllegalStateException("Not in the class path: " + path);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All files below a folder by their path in it, sorted.
    public static Map<String, byte[]> folder(String folder) {
        var files = new TreeMap<String, byte[]>();
        try {
            ClassPathUtils.consumeAsPaths(folder, root -> addAll(root, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// A file of a webjar, whatever its version.
    public static byte[] webjar(String artifact, String path) {
        var found = new TreeMap<String, byte[]>();
        try {
            ClassPathUtils.consumeAsPaths(WEBJARS + artifact, root -> addVersion(root, path, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) throw new IllegalStateException("No " + path + " in the webjar " + artifact);
        return found.lastEntry().getValue();
    }

    private static void addAll(Path root, Map<String, byte[]> files) {
        try (Stream<Path> all = Files.walk(root)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addVersion(Path root, String path, Map<String, byte[]> found) {
        try (Stream<Path> versions = Files.list(root)) {
            for (var version : (Iterable<Path>) versions::iterator) {
                var file = version.resolve(path);
                if (Files.isRegularFile(file)) found.put(version.toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
