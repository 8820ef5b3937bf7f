package app.lienzo.database;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Makes passwords nobody types and files nobody else reads.
final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Written beside and moved into place, so that a crash leaves either no file or a whole one.
    static void writePrivately(Path file, Content content) throws IOException {
        var beside = Files.createTempFile(file.getParent(), "new", null);
        if (Files.getFileStore(beside).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        }
        try (var writer = Files.newBufferedWriter(beside)) {
            content.writeTo(writer);
        }
        Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
