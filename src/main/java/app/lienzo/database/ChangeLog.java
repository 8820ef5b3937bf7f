package app.lienzo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The migrations as they lie in the class path.
final class ChangeLog {
    static final String CONTENTS = "db/changelog/main.yaml";

    private static final Pattern FILE = Pattern.compile("file:\\s*([\\w./-]+)");

    private ChangeLog() {}

    /// Another one for every change to a file, or to their list.
    static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var contents = read(CONTENTS);
            digest.update(contents);
            FILE.matcher(new String(contents, StandardCharsets.UTF_8))
                    .results()
                    .forEach(file -> digest.update(read(file.group(1))));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String path) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) throw new IllegalStateException("Not in the class path: " + path);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
