package app.lienzo.portal.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.tickets.TicketFileService;
import app.lienzo.ui.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// A file that waits for the text it belongs to: it came with a form that has to be looked at again, and is not to be
/// brought a second time.
///
/// @param name as the form said it; shown, and not believed
public record KeptFile(UUID id, String name) {
    private static final int ID_LENGTH = 36;
    private static final int NAME_MAX = 120;

    /// As it travels in the form.
    public String value() {
        return id + " " + name;
    }

    /// Those the form brings back, and those it brings now.
    ///
    /// @throws app.lienzo.kernel.Refused as [TicketFileService#uploadByContact]
    static List<KeptFile> of(
            @Nullable List<String> kept, List<FileUpload> uploads, TicketFileService files, UUID contact) {
        var found = new ArrayList<KeptFile>();
        for (var value : kept == null ? List.<String>of() : kept) read(value).ifPresent(found::add);
        for (var upload : uploads) {
            // An input without a file sends an empty one.
            if (upload.fileName() == null || upload.fileName().isEmpty() || found.size() > files.filesMax()) continue;
            var file = files.uploadByContact(contact, upload.fileName(), Uploads.content(upload));
            found.add(new KeptFile(file.id(), file.name()));
        }
        return found;
    }

    static List<UUID> ids(List<KeptFile> files) {
        return files.stream().map(KeptFile::id).toList();
    }

    private static Optional<KeptFile> read(String value) {
        if (value.length() < ID_LENGTH) return Optional.empty();
        return Ids.read(value.substring(0, ID_LENGTH))
                .map(id -> new KeptFile(id, SafeText.line(value.substring(ID_LENGTH), NAME_MAX)));
    }
}
