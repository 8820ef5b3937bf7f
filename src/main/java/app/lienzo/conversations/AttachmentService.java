package app.lienzo.conversations;

import app.lienzo.files.FileResponse;
import app.lienzo.files.FileService;
import app.lienzo.files.FileView;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to attachments: bringing a file, and getting it back out of a message one may read.
@ApplicationScoped
public class AttachmentService {
    private final Conversations conversations;
    private final Attachments attachments;
    private final FileService files;

    AttachmentService(Conversations conversations, Attachments attachments, FileService files) {
        this.conversations = conversations;
        this.attachments = attachments;
        this.files = files;
    }

    /// Keeps a file for a message that its bringer will send. Exactly one of the two brought it.
    @Transactional
    public AttachmentView upload(@Nullable UUID visitor, @Nullable UUID member, String name, byte[] content) {
        var file = files.store(name, content);
        attachments.uploaded(file.id(), visitor, member);
        return view(file);
    }

    /// A file for a member: of a message he may read.
    ///
    /// @throws Refused not found; `visit-looking-only` for who looks through his eyes
    @Transactional
    public FileResponse open(SignedIn me, UUID file, boolean preview) {
        me.requireHimself();
        var holder = attachments.holder(file).orElseThrow(Refused::notFound);
        if (conversations.visible(me, holder.conversation()).isEmpty()) throw Refused.notFound();
        return response(file, preview);
    }

    /// A file for whoever holds a signed link: of a message both sides may read, or one that is not
    /// sent yet.
    @Transactional
    public FileResponse openShared(UUID file, boolean preview) {
        if (attachments.holder(file).map(holder -> !holder.shared()).orElse(false)) throw Refused.notFound();
        return response(file, preview).crossOrigin();
    }

    private FileResponse response(UUID id, boolean preview) {
        var file = files.require(id);
        return preview ? FileResponse.ofPreview(file, files.preview(id)) : FileResponse.of(file, files.content(id));
    }

    private static AttachmentView view(FileView file) {
        return new AttachmentView(file.id(), file.name(), file.mediaType(), file.bytes(), file.width(), file.height());
    }
}
