package app.lienzo.contacts.web;

import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.contacts.ContactCareService;
import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.ContactPanel;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactTimeline;
import app.lienzo.contacts.ContactView;
import app.lienzo.contacts.Duplicate;
import app.lienzo.contacts.TimelineLine;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts together the page of a contact and the form of his file, as they are and as they come back when something was
/// wrong.
@ApplicationScoped
class ContactPages {
    private static final int LINES = 30;
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private final ContactService contacts;
    private final ContactCareService care;
    private final CompanyService companies;
    private final FieldService fields;
    private final PlanService plans;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;
    private final List<ContactTimeline> timelines;
    private final List<ContactPanel> panels;

    ContactPages(
            ContactService contacts,
            ContactCareService care,
            CompanyService companies,
            FieldService fields,
            PlanService plans,
            SpaceService spaces,
            CurrentMember current,
            Languages languages,
            @All List<ContactTimeline> timelines,
            @All List<ContactPanel> panels) {
        this.contacts = contacts;
        this.care = care;
        this.companies = companies;
        this.fields = fields;
        this.plans = plans;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
        this.timelines = timelines;
        this.panels = panels;
    }

    /// @param fields those of the space, for the values of the file
    /// @param panels parts that features above bring, rendered
    /// @param manages whether the member may merge and delete
    @CheckedTemplate(basePath = "contacts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactPage(
            ContactFile file,
            String space,
            List<FieldView> fields,
            List<TimelineLine> lines,
            List<Duplicate> duplicates,
            List<String> panels,
            boolean manages,
            Done done)
            implements TemplateInstance {}

    /// @param id null for a new one
    /// @param values what the custom fields show
    /// @param several whether he may belong to several companies
    @CheckedTemplate(basePath = "contacts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactFormPage(
            @Nullable UUID id,
            String called,
            UUID space,
            ContactForm form,
            List<FieldView> fields,
            Map<String, Object> values,
            boolean several,
            List<Locale> languages,
            List<String> zones,
            List<String> countries,
            Fault fault)
            implements TemplateInstance {}

    TemplateInstance page(ContactFile file, @Nullable String done, @Nullable String undo) {
        var me = current.get();
        var space = file.contact().space();
        var id = file.contact().id();
        return new ContactPage(
                file,
                spaceName(me, space),
                fields.of(space, FieldSubject.CONTACT),
                lines(me, id),
                care.duplicates(me, id),
                panels.stream()
                        .sorted(Comparator.comparing(ContactPanel::position))
                        .flatMap(panel -> panel.of(me, file).stream())
                        .map(TemplateInstance::render)
                        .toList(),
                me.may(Permission.CONTACTS_MANAGE, space),
                done(done, undo, "/contacts/" + id));
    }

    TemplateInstance fresh(UUID space, ContactForm form) {
        return form(null, "", space, form, fields.defaults(space, FieldSubject.CONTACT), Fault.NONE);
    }

    TemplateInstance edit(ContactFile file) {
        var contact = file.contact();
        return form(contact.id(), contact.called(), contact.space(), ContactForm.of(file), file.fields(), Fault.NONE);
    }

    /// As it was typed, with a row more or less, or with what is wrong.
    TemplateInstance again(@Nullable ContactView contact, UUID space, ContactForm form, @Nullable Refused refused) {
        var typed = Map.<String, Object>copyOf(FormFields.under(FieldService.INPUT));
        var fault = refused == null
                ? Fault.NONE
                : Fault.of(refused, Problem.of(refused, languages.current(), "").detail());
        return form(
                contact == null ? null : contact.id(),
                contact == null ? "" : contact.called(),
                space,
                form,
                typed,
                fault);
    }

    Done done(@Nullable String what, @Nullable String undo, String back) {
        var view = undo == null
                ? null
                : Ids.read(undo).flatMap(id -> care.undoable(current.get(), id)).orElse(null);
        return new Done(what == null || !what.matches("[a-z-]{1,20}") ? "" : what, view, back);
    }

    /// A company of a space by its name, for the form.
    ///
    /// @throws Refused `contact-company-unknown`
    UUID company(UUID space, String name) {
        return companies
                .named(space, name)
                .map(CompanyView::id)
                .orElseThrow(() -> Refused.invalid("contact-company-unknown", name));
    }

    /// Where the member may add somebody.
    List<SpaceView> spaces() {
        var where = spaces.inUse(current.get(), Permission.CONTACTS_WORK);
        return spaces.of(current.get()).stream()
                .filter(space -> where.contains(space.id()))
                .toList();
    }

    private TemplateInstance form(
            @Nullable UUID id, String called, UUID space, ContactForm form, Map<String, Object> values, Fault fault) {
        return new ContactFormPage(
                id,
                called,
                space,
                form,
                fields.of(space, FieldSubject.CONTACT),
                values,
                plans.allows(Gate.SEVERAL_COMPANIES),
                Languages.OFFERED,
                ZONES,
                countries(languages.current()),
                fault);
    }

    private List<TimelineLine> lines(SignedIn me, UUID contact) {
        return timelines.stream()
                .flatMap(kind -> kind.of(me, contact, LINES).stream())
                .sorted(Comparator.comparing(TimelineLine::at).reversed())
                .limit(LINES)
                .toList();
    }

    private String spaceName(SignedIn me, UUID space) {
        return spaces.of(me).stream()
                .filter(one -> one.id().equals(space))
                .map(SpaceView::name)
                .findFirst()
                .orElse("");
    }

    private static List<String> countries(Locale language) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .map(code -> Locale.of("", code).getDisplayCountry(language))
                .sorted(java.text.Collator.getInstance(language))
                .toList();
    }
}
