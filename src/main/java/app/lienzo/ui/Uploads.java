package app.lienzo.ui;

import app.lienzo.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Files as forms bring them.
public final class Uploads {
    private Uploads() {}

    /// @throws Refused `file-missing`, also for a form field that is no file
    public static FileUpload required(@Nullable FileUpload file) {
        if (file == null || file.fileName() == null) throw Refused.invalid("file-missing");
        return file;
    }

    /// A disk that fails is our failure and no bad request, as an `IOException` of the framework's would be.
    public static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
