package app.lienzo.contacts;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Tags;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The door to what is done to contacts as a whole: several at once, blocking, deleting, merging. All of it
/// can be undone by who did it, for a while.
@ApplicationScoped
@Transactional
public class ContactCareService {
    private final Contacts contacts;
    private final Doings doings;
    private final Undoing undoing;
    private final Merging merging;
    private final Duplicates duplicates;
    private final PlanService plans;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final JobService jobs;
    private final ContactConfig config;
    private final Event<Object> events;

    ContactCareService(
            Contacts contacts,
            Doings doings,
            Undoing undoing,
            Merging merging,
            Duplicates duplicates,
            PlanService plans,
            SpaceService spaces,
            AuditTrail audit,
            JobService jobs,
            ContactConfig config,
            Event<Object> events) {
        this.contacts = contacts;
        this.doings = doings;
        this.undoing = undoing;
        this.merging = merging;
        this.duplicates = duplicates;
        this.plans = plans;
        this.spaces = spaces;
        this.audit = audit;
        this.jobs = jobs;
        this.config = config;
        this.events = events;
    }

    /// How many can be changed in one go.
    public int bulkMax() {
        return config.bulkMax();
    }

    /// Does the same to several contacts; all of them or none.
    ///
    /// @param value the tag, or the company's id; empty or null for "Unassigned"
    /// @return what takes it back
    /// @throws Refused not found when one of them is; `contacts-none`, `contacts-too-many`, `company-unknown`,
    ///     `tag-missing`, `space-archived`
    public UUID change(SignedIn me, Collection<UUID> asked, ContactAction action, @Nullable String value) {
        // Two are merged by what was looked at, not by ticking them.
        if (action == ContactAction.MERGE) throw Refused.invalid("input-invalid");
        var ids = asked.stream().distinct().toList();
        if (ids.isEmpty()) throw Refused.invalid("contacts-none");
        if (ids.size() > config.bulkMax()) throw Refused.invalid("contacts-too-many", config.bulkMax());
        var files = contacts.files(ids);
        if (files.size() < ids.size()) throw Refused.notFound();
        files.forEach(file -> requireMay(me, file.contact().space(), action));
        var undo = undoing.keep(me, action, ids);
        doings.touch(ids);
        apply(ids, action, value == null ? "" : value);
        audit(me, ids, action);
        jobs.enqueue(new ForgetChange(undo), undoing.until());
        return undo;
    }

    /// Nothing is taken from him any more: no message, no ticket, no sign-in to the portal.
    public UUID block(SignedIn me, UUID id) {
        return change(me, List.of(id), ContactAction.BLOCK, null);
    }

    public UUID unblock(SignedIn me, UUID id) {
        return change(me, List.of(id), ContactAction.UNBLOCK, null);
    }

    /// Deletes his file. Conversations and tickets stay, of somebody without a name.
    public UUID remove(SignedIn me, UUID id) {
        return change(me, List.of(id), ContactAction.REMOVE, null);
    }

    /// Who may be the same person, the likeliest first.
    public List<Duplicate> duplicates(SignedIn me, UUID id) {
        var contact = contacts.find(id).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_WORK, contact.space());
        return duplicates.of(contact.id());
    }

    /// What [#merge] would make of two.
    ///
    /// @throws Refused as [#merge]
    public MergePreview preview(SignedIn me, UUID kept, UUID duplicate, MergeChoice choice) {
        return merging.preview(me, kept, duplicate, choice);
    }

    /// Makes one contact of two: the first one's file is filled up with the other's, whose tickets go over. The
    /// browsers and conversations that know the other one still see only what is theirs: that two are one
    /// person is the member's word, and opens nothing to anybody.
    ///
    /// @param choice what is taken from the other one's file although the first one's says something else
    /// @param version of the file that is kept, as it was looked at
    /// @return what takes it back
    /// @throws Refused not found, `contacts-same`, `contacts-apart` for two spaces, `contact-changed` also
    ///     when either turned out to be a third one meanwhile, and what the file would break
    public UUID merge(SignedIn me, UUID kept, UUID duplicate, MergeChoice choice, int version) {
        return merging.merge(me, kept, duplicate, choice, version);
    }

    /// What the member can take back with this.
    public Optional<UndoView> undoable(SignedIn me, UUID undo) {
        return undoing.find(me, undo);
    }

    /// Takes a change back. Contacts that somebody changed since stay as they are; a merge is taken back as a
    /// whole.
    ///
    /// @return how many are again what they were
    /// @throws Refused not found when it is too late or somebody else's, `contact-changed` for a merge, and as
    ///     the change itself when the member may not make it any more
    public int undo(SignedIn me, UUID undo) {
        if (undoing.find(me, undo).isEmpty()) throw Refused.notFound();
        var kept = undoing.kept(undo).orElseThrow(Refused::notFound);
        contacts.spaces(kept.ids()).forEach(space -> requireMay(me, space, kept.action()));
        boolean merge = kept.action() == ContactAction.MERGE;
        var addresses = addresses(kept.ids());
        var restored = undoing.restore(undo, merge);
        if (merge) merging.moveBack(kept);
        restored.forEach(id -> tellRestored(id, addresses.getOrDefault(id, List.of())));
        undoing.forget(undo);
        audit.record(me.actor(), "contact-change-undone", "contact", kept.ids().getFirst());
        return (int) kept.ids().stream().filter(restored::contains).count();
    }

    private void tellRestored(UUID id, List<String> addressesBefore) {
        var addresses = addresses(List.of(id)).getOrDefault(id, List.of());
        events.fire(ContactEmailsChanged.between(id, addressesBefore, addresses));
        events.fire(new ContactMembershipsChanged(id));
        contacts.find(id)
                .filter(contact -> contact.id().equals(id))
                .ifPresent(
                        contact -> events.fire(contact.blocked() ? new ContactBlocked(id) : new ContactUnblocked(id)));
    }

    private Map<UUID, List<String>> addresses(List<UUID> ids) {
        return contacts.files(ids).stream()
                .collect(Collectors.toMap(
                        file -> file.contact().id(), file -> file.details().emails()));
    }

    /// The time to think is over: what could be restored is gone for good.
    void forget(UUID undo) {
        var kept = undoing.kept(undo);
        if (kept.isEmpty()) return;
        undoing.forget(undo);
        if (kept.get().action() == ContactAction.REMOVE)
            kept.get().ids().forEach(id -> events.fire(new ContactForgotten(id)));
    }

    private void apply(List<UUID> ids, ContactAction action, String value) {
        switch (action) {
            case TAG -> doings.tag(ids, tag(value), Tags.TAGS_MAX);
            case UNTAG -> doings.untag(ids, tag(value));
            case COMPANY -> {
                doings.assign(ids, company(value), plans.allows(Gate.SEVERAL_COMPANIES));
                ids.forEach(id -> events.fire(new ContactMembershipsChanged(id)));
            }
            case BLOCK -> {
                doings.block(ids, true);
                ids.forEach(id -> events.fire(new ContactBlocked(id)));
            }
            case UNBLOCK -> {
                doings.block(ids, false);
                ids.forEach(id -> events.fire(new ContactUnblocked(id)));
            }
            case REMOVE -> {
                doings.remove(ids);
                ids.forEach(id -> events.fire(new ContactRemoved(id)));
            }
            case MERGE -> throw new IllegalArgumentException("There is a way of its own for it");
        }
    }

    private void audit(SignedIn me, List<UUID> ids, ContactAction action) {
        for (var id : ids) {
            switch (action) {
                case TAG, UNTAG, COMPANY, MERGE -> audit.record(me.actor(), "contact-edited", "contact", id);
                case BLOCK -> audit.record(me.actor(), "contact-blocked", "contact", id);
                case UNBLOCK -> audit.record(me.actor(), "contact-unblocked", "contact", id);
                case REMOVE -> audit.record(me.actor(), "contact-removed", "contact", id);
            }
        }
    }

    private void requireMay(SignedIn me, UUID space, ContactAction action) {
        me.require(needed(action), space);
        spaces.requireInUse(space);
    }

    private static Permission needed(ContactAction action) {
        return switch (action) {
            case TAG, UNTAG, COMPANY, BLOCK, UNBLOCK -> Permission.CONTACTS_WORK;
            case REMOVE, MERGE -> Permission.CONTACTS_MANAGE;
        };
    }

    private static String tag(String typed) {
        var tag = Tags.tag(typed);
        if (tag.isEmpty()) throw Refused.invalid("tag-missing");
        return tag;
    }

    private static @Nullable UUID company(String typed) {
        return typed.isBlank() ? null : Ids.read(typed).orElseThrow(() -> Refused.invalid("company-unknown"));
    }
}
