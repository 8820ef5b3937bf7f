package app.lienzo.contacts;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// The door to a contact's file for himself: whoever asks has seen to it that it is he.
@ApplicationScoped
public class OwnFileService {
    private final Contacts contacts;
    private final ContactWriter writer;
    private final Filing filing;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final Event<ContactEmailsChanged> emailsChanged;

    OwnFileService(
            Contacts contacts,
            ContactWriter writer,
            Filing filing,
            SpaceService spaces,
            AuditTrail audit,
            Event<ContactEmailsChanged> emailsChanged) {
        this.contacts = contacts;
        this.writer = writer;
        this.filing = filing;
        this.spaces = spaces;
        this.audit = audit;
        this.emailsChanged = emailsChanged;
    }

    /// @throws Refused not found
    public ContactFile require(UUID id) {
        return contacts.file(id).orElseThrow(Refused::notFound);
    }

    /// Nothing for one who is not there any more.
    public Optional<ContactFile> find(UUID id) {
        return contacts.file(id);
    }

    /// What he writes into it: how he is called, where, in which language and at which time of day.
    ///
    /// @param version the one that was looked at
    /// @throws Refused not found, `contact-changed`, and what [CheckedDetails#of] refuses
    @Transactional
    public ContactFile change(UUID id, OwnDetails own, int version) {
        var before = require(id);
        spaces.requireInUse(before.contact().space());
        filing.change(before, own.over(before.details()), version);
        var himself = new Actor(null, before.contact().called(), null);
        audit.record(himself, "contact-edited", "contact", id);
        return require(id);
    }

    /// He showed that mail to an address reaches him: it is in his file from now on, and verified, unless it
    /// is in somebody else's.
    ///
    /// @return whether it is
    @Transactional
    public boolean verified(UUID id, String address) {
        boolean his = writer.add(id, CheckedDetails.email(address), true);
        if (his) emailsChanged.fire(ContactEmailsChanged.more(id));
        return his;
    }
}
