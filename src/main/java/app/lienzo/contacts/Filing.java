package app.lienzo.contacts;

import app.lienzo.companies.CompanyService;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Puts what was typed into files, and tells of it. Whether somebody may was decided before.
@ApplicationScoped
class Filing {
    private final ContactWriter writer;
    private final CompanyService companies;
    private final FieldService fields;
    private final PlanService plans;
    private final ContactConfig config;
    private final Event<ContactAdded> added;
    private final Event<ContactEmailsChanged> emailsChanged;
    private final Event<ContactMembershipsChanged> membershipsChanged;

    Filing(
            ContactWriter writer,
            CompanyService companies,
            FieldService fields,
            PlanService plans,
            ContactConfig config,
            Event<ContactAdded> added,
            Event<ContactEmailsChanged> emailsChanged,
            Event<ContactMembershipsChanged> membershipsChanged) {
        this.writer = writer;
        this.companies = companies;
        this.fields = fields;
        this.plans = plans;
        this.config = config;
        this.added = added;
        this.emailsChanged = emailsChanged;
        this.membershipsChanged = membershipsChanged;
    }

    /// @throws Refused what [CheckedDetails#of] refuses, `plan-too-small`, and as [ContactWriter#insert]
    UUID add(UUID space, ContactDetails typed, ContactWriter.Made made, Map<String, Object> values) {
        var details = assigned(space, CheckedDetails.of(typed, config));
        requireRoom(details, 1);
        var id = Ids.next();
        writer.insert(id, space, details, values, made);
        added.fire(new ContactAdded(id, made.source()));
        return id;
    }

    /// @throws Refused as [#add], `contact-changed` when it is not that version any more
    void change(ContactFile before, ContactDetails typed, int version) {
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
}
