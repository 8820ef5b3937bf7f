package app.lienzo.files;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// The door: takes files in after a look at their bytes, gives them out by id. It does not know who may
/// see a file; that is for the feature that holds the id. Works inside the caller's transaction or
/// without one.
@ApplicationScoped
public class FileService {
    private final StoredFiles files;
    private final FileConfig config;
    private final Clock clock;
    private final PictureLimits limits;
    private final Semaphore decoding;

    FileService(StoredFiles files, FileConfig config, Clock clock) {
        this.files = files;
        this.config = config;
        this.clock = clock;
        this.limits = new PictureLimits(config.pixelsMax(), config.sideMax(), config.framesMax());
        this.decoding = new Semaphore(config.decodingMax(), true);
    }

    /// Keeps a file under a new id. The bytes decide what it is; `name` is made harmless and only
    /// shown.
    ///
    /// @throws Refused `file-too-large`, `file-empty`, `file-type-refused` for programs and scripts,
    ///     `image-too-large` or `image-broken`
    public FileView store(String name, byte[] content) {
        if (content.length > bytesMax()) throw Refused.tooLarge("file-too-large", bytesMax() / (1024 * 1024));
        if (content.length == 0) throw Refused.invalid("file-empty");
        var clean = FileName.clean(name);
        var type = MediaTypes.detect(content);
        if (MediaTypes.runs(type, clean)) throw Refused.invalid("file-type-refused", clean);
        var size = MediaTypes.isPicture(type) ? Pictures.measure(content, type, limits) : null;
        var preview = size == null ? null : preview(content, type);
        var file = new FileView(
                Ids.next(),
                clean,
                type,
                content.length,
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                preview != null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        files.add(file, content, preview);
        return file;
    }

    /// The largest file that is taken, in bytes.
    public int bytesMax() {
        return Math.toIntExact(config.bytesMax().asLongValue());
    }

    public Optional<FileView> find(UUID id) {
        return files.find(id);
    }

    /// @throws Refused not found
    public FileView require(UUID id) {
        return find(id).orElseThrow(Refused::notFound);
    }

    /// @throws Refused not found
    public byte[] content(UUID id) {
        return files.content(id).orElseThrow(Refused::notFound);
    }

    /// The small picture without meta data.
    ///
    /// @throws Refused not found, also when the file is no picture
    public byte[] preview(UUID id) {
        return files.preview(id).orElseThrow(Refused::notFound);
    }

    /// Forgets a file nobody points at any longer.
    public void forget(UUID id) {
        files.remove(id);
    }

    private byte[] preview(byte[] content, String type) {
        decoding.acquireUninterruptibly();
        try {
            int side = config.previewSideMax();
            return Drawing.small(Drawing.fit(Pictures.decode(content, type, side), side));
        } finally {
            decoding.release();
        }
    }
}
