package app.lienzo.contacts;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.jobs.JobService;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.spaces.SpaceService;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes one contact of two, with what features above have of them.
@ApplicationScoped
class Merging {
    private final Contacts contacts;
    private final ContactWriter writer;
    private final Doings doings;
    private final Undoing undoing;
    private final PlanService plans;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final JobService jobs;
    private final List<ContactReferences> references;
    private final ContactConfig config;
    private final Event<Object> events;

    Merging(
            Contacts contacts,
            ContactWriter writer,
            Doings doings,
            Undoing undoing,
            PlanService plans,
            SpaceService spaces,
            AuditTrail audit,
            JobService jobs,
            @All List<ContactReferences> references,
            ContactConfig config,
            Event<Object> events) {
        this.contacts = contacts;
        this.writer = writer;
        this.doings = doings;
        this.undoing = undoing;
        this.plans = plans;
        this.spaces = spaces;
        this.audit = audit;
        this.jobs = jobs;
        this.references = references;
        this.config = config;
        this.events = events;
    }

    /// @throws Refused as [ContactCareService#merge]
    MergePreview preview(SignedIn me, UUID kept, UUID duplicate, MergeChoice choice) {
        var one = mergeable(me, kept);
        var other = mergeable(me, duplicate);
        requireApart(one, other);
        int things = references.stream()
                .mapToInt(kind -> kind.count(other.contact().id()))
                .sum();
        var result = choice.result(one.details(), other.details());
        // Where one belongs to one company only, it is the first.
        if (!plans.allows(Gate.SEVERAL_COMPANIES) && result.companies().size() > 1)
            result = result.withCompanies(result.companies().subList(0, 1));
        return new MergePreview(one, other, result, choice, things);
    }

    /// @return what takes it back
    /// @throws Refused as [ContactCareService#merge]
    UUID merge(SignedIn me, UUID kept, UUID duplicate, MergeChoice choice, int version) {
        var preview = preview(me, kept, duplicate, choice);
        var into = preview.kept().contact();
        var from = preview.duplicate().contact();
        spaces.requireInUse(into.space());
        boolean asked = into.id().equals(kept) && from.id().equals(duplicate) && into.version() == version;
        if (!asked || !doings.hold(into, from)) throw Refused.conflict("contact-changed");
        var undo = undoing.keep(me, ContactAction.MERGE, List.of(into.id(), from.id()));
        doings.touch(List.of(from.id()));
        doings.touchBehind(into.id());
        doings.become(from.id(), into.id());
        var details = CheckedDetails.ofAnybody(preview.result(), config);
        var fields = choice.fields(preview.kept().fields(), preview.duplicate().fields());
        if (!writer.change(into, details, fields, version)) throw Refused.conflict("contact-changed");
        undoing.moved(undo, moved(from.id(), into.id()));
        audit.record(me.actor(), "contact-merged", "contact", into.id());
        events.fire(new ContactRemoved(from.id()));
        events.fire(
                ContactEmailsChanged.between(into.id(), preview.kept().details().emails(), details.emails()));
        events.fire(new ContactMembershipsChanged(into.id()));
        jobs.enqueue(new ForgetChange(undo), undoing.until());
        return undo;
    }

    private Map<String, List<UUID>> moved(UUID from, UUID to) {
        var things = new HashMap<String, List<UUID>>();
        for (var kind : references) things.put(name(kind), kind.move(from, to));
        return things;
    }

    /// Gives back to the one what had gone over to the other.
    void moveBack(Undoing.Kept kept) {
        var to = kept.ids().getFirst();
        var from = kept.ids().getLast();
        for (var kind : references) kind.moveBack(kept.moved().getOrDefault(name(kind), List.of()), from, to);
    }

    /// Of the bean, whatever stands before it.
    private static String name(ContactReferences kind) {
        return kind.getClass().getSimpleName().replaceFirst("_.*$", "");
    }

    private ContactFile mergeable(SignedIn me, UUID id) {
        var file = contacts.file(id).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_MANAGE, file.contact().space());
        return file;
    }

    private static void requireApart(ContactFile one, ContactFile other) {
        if (one.contact().id().equals(other.contact().id())) throw Refused.conflict("contacts-same");
        if (!one.contact().space().equals(other.contact().space())) throw Refused.conflict("contacts-apart");
    }
}
