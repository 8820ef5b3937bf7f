package app.lienzo.tickets;

import app.lienzo.files.FileResponse;
import app.lienzo.files.FileService;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to files of tickets: bringing one, and getting it back out of an entry one may read.
@ApplicationScoped
public class TicketFileService {
    private final Tickets tickets;
    private final CustomerTickets customers;
    private final TicketFiles attachments;
    private final FileService files;
    private final Clock clock;
    private final TicketConfig config;

    TicketFileService(
            Tickets tickets,
            CustomerTickets customers,
            TicketFiles attachments,
            FileService files,
            Clock clock,
            TicketConfig config) {
        this.tickets = tickets;
        this.customers = customers;
        this.attachments = attachments;
        this.files = files;
        this.clock = clock;
        this.config = config;
    }

    /// How many files an entry takes.
    public int filesMax() {
        return config.filesMax();
    }

    /// Keeps a file for an entry that the member will write.
    ///
    /// @throws Refused as [FileService#store]
    @Transactional
    public TicketFile upload(SignedIn me, String name, byte[] content) {
        return upload(me.member(), null, name, content);
    }

    /// Keeps a file for an entry that the contact will write.
    ///
    /// @throws Refused `attachments-waiting-too-many` while too many of his wait for an entry already, and as
    ///     [FileService#store]
    @Transactional
    public TicketFile uploadByContact(UUID contact, String name, byte[] content) {
        var now = clock.instant();
        var waiting = attachments.waiting(contact, now.minus(config.fileWaits()));
        if (waiting.count() >= config.filesWaitingMax())
            throw Refused.tooMany(
                    "attachments-waiting-too-many",
                    Duration.between(now, waiting.oldest().plus(config.fileWaits()))
                            .toSeconds());
        return upload(null, contact, name, content);
    }

    /// A file for a member: of a ticket he may see.
    ///
    /// @throws Refused not found; `visit-looking-only` for who looks through his eyes
    @Transactional
    public FileResponse open(SignedIn me, UUID file, boolean preview) {
        me.requireHimself();
        var holder = attachments.holder(file).orElseThrow(Refused::notFound);
        if (tickets.visible(me, holder.ticket()).isEmpty()) throw Refused.notFound();
        return response(file, preview);
    }

    /// A file for a contact: of an entry that customers see, in a ticket that he may see.
    ///
    /// @throws Refused not found
    @Transactional
    public FileResponse openForContact(UUID contact, UUID file, boolean preview) {
        var holder = attachments.holder(file).filter(TicketFiles.Holder::shared).orElseThrow(Refused::notFound);
        if (!customers.sees(contact, holder.ticket())) throw Refused.notFound();
        return response(file, preview);
    }

    private TicketFile upload(@Nullable UUID member, @Nullable UUID contact, String name, byte[] content) {
        var file = files.store(name, content);
        attachments.uploaded(file.id(), member, contact);
        return new TicketFile(file.id(), file.name(), file.mediaType(), file.bytes(), file.width(), file.height());
    }

    private FileResponse response(UUID id, boolean preview) {
        var file = files.require(id);
        return preview ? FileResponse.ofPreview(file, files.preview(id)) : FileResponse.of(file, files.content(id));
    }
}
