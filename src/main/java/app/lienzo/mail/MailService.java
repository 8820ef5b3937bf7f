package app.lienzo.mail;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Slice;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door: who wants to write to somebody hands in a letter.
@ApplicationScoped
public class MailService {
    private static final int NAME_MAX = 100;

    private final MailKinds kinds;
    private final MailTemplateService templates;
    private final MailComposer composer;
    private final Outbox outbox;
    private final SealedSheet sealed;
    private final TestLimit tests;
    private final JobService jobs;
    private final AuditTrail audit;
    private final Links links;
    private final Clock clock;
    private final MailConfig config;

    MailService(
            MailKinds kinds,
            MailTemplateService templates,
            MailComposer composer,
            Outbox outbox,
            SealedSheet sealed,
            TestLimit tests,
            JobService jobs,
            AuditTrail audit,
            Links links,
            Clock clock,
            MailConfig config) {
        this.kinds = kinds;
        this.templates = templates;
        this.composer = composer;
        this.outbox = outbox;
        this.sealed = sealed;
        this.tests = tests;
        this.jobs = jobs;
        this.audit = audit;
        this.links = links;
        this.clock = clock;
        this.config = config;
    }

    /// Writes a letter with the caller's transaction: if that rolls back, nothing is sent. It goes out after
    /// the commit.
    ///
    /// @return the mail's id in the outbox
    /// @throws Refused `mail-address-invalid`
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID send(Letter letter) {
        var kind = kinds.require(letter.kind());
        var sheet = composer.compose(kind, templates.text(kind, letter.language()), letter.values(), letter.language());
        return queue(letter, sheet);
    }

    /// Sends a text that is not stored to whoever wrote it, filled with sample values.
    ///
    /// @throws Refused `mail-tested-too-often`
    @Transactional
    public void sendSample(SignedIn me, String kind, Locale language, TemplateText text) {
        tests.count();
        var sheet = templates.preview(kind, language, text);
        queue(new Letter(kind, language, me.email(), me.name(), Map.of()), sheet);
    }

    private UUID queue(Letter letter, Sheet sheet) {
        var id = Ids.next();
        outbox.add(
                id,
                letter,
                EmailAddress.read(letter.to()).orElseThrow(() -> Refused.invalid("mail-address-invalid")),
                SafeText.line(letter.toName(), NAME_MAX),
                sheet.subject(),
                sealed.seal(sheet),
                "<" + id + "@" + links.to("/").getHost() + ">",
                clock.instant());
        jobs.enqueue(new SendMail(id));
        return id;
    }

    /// A page of the outbox, newest first.
    ///
    /// @param before the last mail of the page before
    @Transactional
    public Slice<MailView> outbox(@Nullable MailState state, @Nullable UUID before) {
        return Slice.of(outbox.page(state, before, config.pageMax() + 1), config.pageMax(), MailView::id);
    }

    /// Tries a mail once more that failed or waits.
    ///
    /// @throws Refused `mail-not-waiting` when it is sent, or its content is gone
    @Transactional
    public void again(Actor by, UUID id) {
        var mail = outbox.find(id).orElseThrow(Refused::notFound);
        if (!outbox.again(mail.id(), clock.instant())) throw Refused.conflict("mail-not-waiting");
        jobs.enqueue(new SendMail(id));
        audit.record(by, "mail-sent-again", "mail", id);
    }
}
