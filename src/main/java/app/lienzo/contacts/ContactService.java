package app.lienzo.contacts;

import app.lienzo.audit.AuditTrail;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to contacts: who they are, as channels and programs know them, and their files.
@ApplicationScoped
public class ContactService {
    public static final int NAME_MAX = 120;
    static final int EMAIL_MAX = 254;
    private static final int SUGGESTIONS_MAX = 50;

    private final Contacts contacts;
    private final ContactLists lists;
    private final ContactWriter writer;
    private final Filing filing;
    private final FieldService fields;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;
    private final ContactConfig config;
    private final Event<ContactEmailsChanged> emailsChanged;

    ContactService(
            Contacts contacts,
            ContactLists lists,
            ContactWriter writer,
            Filing filing,
            FieldService fields,
            SpaceService spaces,
            AuditTrail audit,
            TenantSql sql,
            Clock clock,
            ContactConfig config,
            Event<ContactEmailsChanged> emailsChanged) {
        this.contacts = contacts;
        this.lists = lists;
        this.writer = writer;
        this.filing = filing;
        this.fields = fields;
        this.spaces = spaces;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
        this.emailsChanged = emailsChanged;
    }

    /// Who turned out to be another one is found as that one; who was removed is not.
    public Optional<ContactView> find(UUID id) {
        return contacts.find(id);
    }

    /// The companies of a contact, the default one first.
    public List<CompanyMembership> companies(UUID contact) {
        return contacts.companies(contact);
    }

    /// Whose file an address is in. What somebody only says is his is in nobody's.
    public Optional<ContactView> withEmail(UUID space, String address) {
        return contacts.withEmail(space, CheckedDetails.email(address));
    }

    /// In whose file the first of these addresses is that is in anybody's; what is no address is in nobody's.
    public Optional<UUID> owner(UUID space, List<String> addresses) {
        return contacts.owner(
                space,
                addresses.stream()
                        .map(CheckedDetails::email)
                        .filter(address -> !address.isEmpty())
                        .toList());
    }

    /// A page of those the member may see.
    ///
    /// @throws Refused not found for a space that is not his
    public ContactQuery.Page list(SignedIn me, ContactQuery query) {
        Set<UUID> where = spaces.inUse(me, Permission.CONTACTS_WORK);
        if (query.space() != null) {
            me.require(Permission.CONTACTS_WORK, query.space());
            where = Set.of(query.space());
        }
        return lists.page(where, query);
    }

    /// Those a field offers while somebody types, exact ones first.
    public List<ContactView> suggest(SignedIn me, UUID space, String text, int limit) {
        me.require(Permission.CONTACTS_WORK, space);
        int most = Math.clamp(limit, 1, SUGGESTIONS_MAX);
        var page = lists.page(
                Set.of(space),
                new ContactQuery(
                        space,
                        SafeText.cut(text.strip(), ContactQuery.TEXT_MAX),
                        null,
                        false,
                        null,
                        null,
                        null,
                        false,
                        false,
                        ContactQuery.Order.NAME,
                        null,
                        most));
        var both = new ArrayList<>(page.contacts());
        both.addAll(page.near());
        return both.subList(0, Math.min(most, both.size()));
    }

    /// @throws Refused not found
    public ContactFile file(SignedIn me, UUID id) {
        var file = contacts.file(id).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_WORK, file.contact().space());
        return file;
    }

    /// @throws Refused what [CheckedDetails#of] refuses, `contact-email-taken`, `company-unknown`, `space-
    ///     archived`
    @Transactional
    public ContactFile create(SignedIn me, UUID space, ContactDetails details) {
        return create(me, space, details, ContactSource.FORM, null);
    }

    /// @param key the same key of the same member is one contact; null for none
    /// @throws Refused as [#create(SignedIn, UUID, ContactDetails)], `key-reused`
    @Transactional
    public ContactFile create(
            SignedIn me, UUID space, ContactDetails details, ContactSource source, @Nullable String key) {
        me.require(Permission.CONTACTS_WORK, space);
        spaces.requireInUse(space);
        var hash = Secrets.hash(space + " " + details);
        var earlier = key == null ? Optional.<ContactFile>empty() : madeBefore(me, key, hash);
        if (earlier.isPresent()) return earlier.get();
        var made = new ContactWriter.Made(source, key == null ? null : madeKey(me, key), key == null ? null : hash);
        var values = fields.checked(space, FieldSubject.CONTACT, details.fields(), true);
        var id = filing.add(space, details, made, values);
        audit.record(me.actor(), "contact-created", "contact", id);
        return contacts.file(id).orElseThrow(Refused::notFound);
    }

    /// Whether a member has created something with a key before.
    public boolean used(SignedIn me, String key) {
        return sql.first("select 1 from lienzo.contact where made_key = ?", row -> true, madeKey(me, key))
                .isPresent();
    }

    /// Writes a file anew.
    ///
    /// @param version the one that was looked at
    /// @throws Refused not found, `contact-changed`, and as [#create(SignedIn, UUID, ContactDetails)]
    @Transactional
    public ContactFile change(SignedIn me, UUID id, ContactDetails details, int version) {
        var before = file(me, id);
        spaces.requireInUse(before.contact().space());
        filing.change(before, details, version);
        audit.record(me.actor(), "contact-edited", "contact", before.contact().id());
        return contacts.file(before.contact().id()).orElseThrow(Refused::notFound);
    }

    /// For what comes without a member: imports, portals, mails. Finds the contact by any of the addresses
    /// and fills in what his file lacks, or makes him; nothing that stands in a file is overwritten. No
    /// rights are asked.
    ///
    /// @throws Refused what [CheckedDetails#of] refuses
    @Transactional
    public UUID keep(UUID space, ContactDetails details, ContactSource source) {
        return keep(space, details, source, owner(space, details.emails()));
    }

    /// The same for who has asked for the [#owner] of the addresses already.
    @Transactional
    public UUID keep(UUID space, ContactDetails details, ContactSource source, Optional<UUID> owner) {
        var checked = CheckedDetails.of(details, config);
        var known = owner.flatMap(contacts::file);
        if (known.isEmpty()) {
            // Nobody is there to be asked for what is required.
            var usual = fields.defaults(space, FieldSubject.CONTACT);
            var values = fields.changed(space, FieldSubject.CONTACT, usual, details.fields());
            return filing.add(space, details, ContactWriter.Made.by(source), values);
        }
        var before = known.get();
        var filled = before.details().filledWith(checked);
        if (!filled.equals(before.details()))
            filing.change(before, filled, before.contact().version());
        return before.contact().id();
    }

    /// Takes the address that a contact says is his into his file, on a member's word.
    ///
    /// @throws Refused not found, `contact-email-taken` when it is in somebody else's
    @Transactional
    public ContactFile believe(SignedIn me, UUID id) {
        var contact = file(me, id).contact();
        spaces.requireInUse(contact.space());
        var said = contact.saidEmail();
        if (said == null) return file(me, id);
        if (!writer.add(contact.id(), said, false)) throw Refused.conflict("contact-email-taken", said);
        sql.update("update lienzo.contact set version = version + 1, changed_at = ? where id = ?", clock.instant(), id);
        emailsChanged.fire(ContactEmailsChanged.more(contact.id()));
        audit.record(me.actor(), "contact-edited", "contact", contact.id());
        return file(me, id);
    }

    private Optional<ContactFile> madeBefore(SignedIn me, String key, byte[] hash) {
        var made = sql.first(
                "select id, made_hash from lienzo.contact where made_key = ?",
                row -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)),
                madeKey(me, key));
        if (made.isEmpty()) return Optional.empty();
        if (!java.util.Arrays.equals(made.get().getValue(), hash)) throw Refused.conflict("key-reused");
        return Optional.of(contacts.file(made.get().getKey()).orElseThrow(Refused::notFound));
    }

    private static String madeKey(SignedIn me, String key) {
        return me.member() + ":" + SafeText.line(key, 100);
    }
}
