package app.lienzo.contacts;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.companies.CompanyService;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.kernel.Tags;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private static final int EXTERNAL_ID_MAX = 200;
    private static final int SUGGESTIONS_MAX = 50;

    private final Contacts contacts;
    private final ContactLists lists;
    private final ContactWriter writer;
    private final CompanyService companies;
    private final FieldService fields;
    private final PlanService plans;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final TenantSql sql;
    private final Clock clock;
    private final ContactConfig config;
    private final Event<ContactAdded> added;
    private final Event<ContactEmailsChanged> emailsChanged;
    private final Event<ContactMembershipsChanged> membershipsChanged;

    ContactService(
            Contacts contacts,
            ContactLists lists,
            ContactWriter writer,
            CompanyService companies,
            FieldService fields,
            PlanService plans,
            SpaceService spaces,
            AuditTrail audit,
            TenantSql sql,
            Clock clock,
            ContactConfig config,
            Event<ContactAdded> added,
            Event<ContactEmailsChanged> emailsChanged,
            Event<ContactMembershipsChanged> membershipsChanged) {
        this.contacts = contacts;
        this.lists = lists;
        this.writer = writer;
        this.companies = companies;
        this.fields = fields;
        this.plans = plans;
        this.spaces = spaces;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
        this.added = added;
        this.emailsChanged = emailsChanged;
        this.membershipsChanged = membershipsChanged;
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
        var id = add(space, details, made, values);
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
        change(before, details, version);
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
        var checked = CheckedDetails.of(details, config);
        var known = contacts.owner(space, checked.emails()).flatMap(contacts::file);
        if (known.isEmpty()) {
            // Nobody is there to be asked for what is required.
            var usual = fields.defaults(space, FieldSubject.CONTACT);
            var values = fields.changed(space, FieldSubject.CONTACT, usual, details.fields());
            return add(space, details, ContactWriter.Made.by(source), values);
        }
        var before = known.get();
        var filled = together(before, checked);
        if (!filled.equals(before.details()))
            change(before, filled, before.contact().version());
        return before.contact().id();
    }

    /// A contact's own file, for himself: whoever asks has seen to it that it is he.
    ///
    /// @throws Refused not found
    public ContactFile own(UUID id) {
        return contacts.file(id).orElseThrow(Refused::notFound);
    }

    /// As [#own]; nothing for one who is not there any more.
    public Optional<ContactFile> findFile(UUID id) {
        return contacts.file(id);
    }

    /// What he writes into it: how he is called, where, in which language and at which time of day.
    ///
    /// @param version the one that was looked at
    /// @throws Refused not found, `contact-changed`, and what [CheckedDetails#of] refuses
    @Transactional
    public ContactFile changeOwn(UUID id, OwnDetails own, int version) {
        var before = own(id);
        spaces.requireInUse(before.contact().space());
        change(before, own.over(before.details()), version);
        var himself = new Actor(null, before.contact().called(), null);
        audit.record(himself, "contact-edited", "contact", id);
        return own(id);
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

    /// A contact nobody knows anything of yet.
    public UUID createAnonymous(UUID space, String language) {
        var id = Ids.next();
        sql.update("""
                insert into lienzo.contact (tenant_id, id, space_id, name, language, created_at, seen_at)
                values (current_setting('lienzo.tenant'), ?, ?, '', ?, ?, ?)
                """, id, space, language, clock.instant(), clock.instant());
        return id;
    }

    /// The contact with an id of somebody else's system, made when it is new; what is said of him now
    /// replaces what was said before, and what is not said stays. What the team wrote into his file stays
    /// in any case, and an address is only said: neither signature nor token covers it.
    ///
    /// @param verified whether a signature stands behind the id; once signed, unsigned words change nothing
    /// @throws Refused `contact-blocked`
    public UUID known(
            UUID space, String externalId, String name, String email, @Nullable String language, boolean verified) {
        var said = CheckedDetails.email(email);
        var found = sql.first(
                        """
                        insert into lienzo.contact as c
                            (tenant_id, id, space_id, external_id, name, email, said_email, language, verified, source,
                             created_at, seen_at)
                        values (current_setting('lienzo.tenant'), ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)
                        on conflict (tenant_id, space_id, external_id) where external_id is not null do update set
                            name = case when c.verified and not excluded.verified or c.merged_into is not null
                                          or c.changed_at is not null and c.name <> '' then c.name
                                        else coalesce(nullif(excluded.name, ''), c.name) end,
                            email = case when c.verified and not excluded.verified or c.merged_into is not null then c.email
                                         when c.email = '' or c.email = c.said_email
                                             then coalesce(excluded.said_email, c.email)
                                         else c.email end,
                            said_email = case when c.verified and not excluded.verified or c.merged_into is not null
                                                   then c.said_email
                                              when exists (select from lienzo.contact_email e where e.tenant_id = c.tenant_id
                                                           and e.contact_id = c.id and e.address = excluded.said_email)
                                                   then c.said_email
                                              else coalesce(excluded.said_email, c.said_email) end,
                            verified = c.verified or excluded.verified,
                            seen_at = excluded.seen_at
                        returning id, blocked_at is not null
                        """,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getBoolean(2)),
                        Ids.next(),
                        space,
                        SafeText.line(externalId, EXTERNAL_ID_MAX),
                        SafeText.line(name, NAME_MAX),
                        said,
                        said,
                        language,
                        verified,
                        verified ? ContactSource.CHAT : ContactSource.API,
                        clock.instant(),
                        clock.instant())
                .orElseThrow();
        if (found.getValue()) throw Refused.forbidden("contact-blocked");
        return found.getKey();
    }

    /// What somebody says of himself and nobody checks. It fills what is not known of him: who is known by a signature
    /// or has a file keeps what stands there, and another address than his is only kept as said.
    ///
    /// @throws Refused `contact-email-invalid`
    public void say(UUID id, String name, String email) {
        var said = CheckedDetails.email(email);
        if (said.isEmpty() && !email.isBlank())
            throw Refused.invalid("contact-email-invalid", SafeText.line(email, NAME_MAX));
        sql.update("""
                update lienzo.contact c set
                    name = case when c.name = '' or (not c.verified and c.changed_at is null and c.merged_into is null)
                                then coalesce(nullif(?, ''), c.name) else c.name end,
                    said_email = case when exists (select from lienzo.contact_email e where e.tenant_id = c.tenant_id
                                                   and e.contact_id = c.id and e.address = ?)
                                      then c.said_email else coalesce(nullif(?, ''), c.said_email) end,
                    email = case when c.email = '' or c.email = c.said_email then coalesce(nullif(?, ''), c.email)
                                 else c.email end
                where c.id = ? and c.merged_into is null and c.removed_at is null
                """, SafeText.line(name, NAME_MAX), said, said, said, id);
    }

    /// He was here just now.
    public void seen(UUID id) {
        sql.update("update lienzo.contact set seen_at = ? where id = ?", clock.instant(), id);
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

    private UUID add(UUID space, ContactDetails typed, ContactWriter.Made made, Map<String, Object> values) {
        var details = assigned(space, CheckedDetails.of(typed, config));
        requireRoom(details, 1);
        var id = Ids.next();
        writer.insert(id, space, details, values, made);
        added.fire(new ContactAdded(id, made.source()));
        return id;
    }

    private void change(ContactFile before, ContactDetails typed, int version) {
        var details = before.contact().called().isEmpty() || before.contact().saidEmail() != null
                ? CheckedDetails.ofAnybody(typed, config)
                : CheckedDetails.of(typed, config);
        var was = before.details();
        requireRoom(details, Math.max(1, was.companies().size()));
        var contact = before.contact();
        var values = fields.changed(contact.space(), FieldSubject.CONTACT, before.fields(), details.fields());
        if (!writer.change(contact, details, values, version)) throw Refused.conflict("contact-changed");
        if (!Set.copyOf(was.emails()).equals(Set.copyOf(details.emails())))
            emailsChanged.fire(ContactEmailsChanged.between(contact.id(), was.emails(), details.emails()));
        if (!was.companies().equals(details.companies()))
            membershipsChanged.fire(new ContactMembershipsChanged(contact.id()));
    }

    /// Who names no company goes to the one that has the domain of one of his addresses (SO-4), where the plan has
    /// that.
    private ContactDetails assigned(UUID space, ContactDetails details) {
        if (!details.companies().isEmpty()) return details;
        return details.emails().stream()
                .flatMap(address -> companies.withDomain(space, EmailAddress.domain(address)).stream())
                .findFirst()
                .map(company -> details.withCompanies(List.of(new ContactDetails.Membership(company, false))))
                .orElse(details);
    }

    /// @throws Refused `plan-too-small` for more companies than one that he is not in already (FD-3)
    private void requireRoom(ContactDetails details, int most) {
        if (details.companies().size() > most) plans.require(Gate.SEVERAL_COMPANIES);
    }

    /// What stands in a file, its gaps filled.
    static ContactDetails together(ContactFile file, ContactDetails more) {
        var kept = file.details();
        var fields = new LinkedHashMap<>(more.fields());
        fields.putAll(kept.fields());
        var social = new LinkedHashMap<>(more.social());
        social.putAll(kept.social());
        var phones = new LinkedHashMap<String, ContactDetails.Phone>();
        kept.phones().forEach(phone -> phones.put(phone.number(), phone));
        more.phones().forEach(phone -> phones.putIfAbsent(phone.number(), phone));
        var companies = new LinkedHashMap<UUID, ContactDetails.Membership>();
        kept.companies().forEach(one -> companies.put(one.company(), one));
        more.companies().forEach(one -> companies.putIfAbsent(one.company(), one));
        return new ContactDetails(
                or(kept.name(), more.name()),
                or(kept.title(), more.title()),
                both(kept.emails(), more.emails()),
                List.copyOf(phones.values()),
                kept.address().equals(ContactDetails.Address.NONE) ? more.address() : kept.address(),
                social,
                kept.timeZone() == null ? more.timeZone() : kept.timeZone(),
                kept.language() == null ? more.language() : kept.language(),
                Tags.together(kept.tags(), more.tags()),
                or(kept.notes(), more.notes()),
                fields,
                List.copyOf(companies.values()));
    }

    private static String or(String kept, String more) {
        return kept.isEmpty() ? more : kept;
    }

    private static List<String> both(Collection<String> some, Collection<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
