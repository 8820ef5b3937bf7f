package app.lienzo.companies.web;

import app.lienzo.companies.CompanyPanel;
import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.companies.StandingKind;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A company where people work (FD-5, FD-6): its page, its form, its removal. The list is [CompaniesResource]'s.
@Path("/companies")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class CompanyResource {
    private final CompanyService companies;
    private final CompanyPages pages;
    private final List<CompanyPanel> panels;
    private final FieldService fields;
    private final SupportPlanService plans;
    private final SpaceChoice choice;
    private final CurrentMember current;
    private final Languages languages;

    CompanyResource(
            CompanyService companies,
            CompanyPages pages,
            @All List<CompanyPanel> panels,
            FieldService fields,
            SupportPlanService plans,
            SpaceChoice choice,
            CurrentMember current,
            Languages languages) {
        this.companies = companies;
        this.pages = pages;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CompanyPanel::position))
                .toList();
        this.fields = fields;
        this.plans = plans;
        this.choice = choice;
        this.current = current;
        this.languages = languages;
    }

    /// @param panels what features above show of it
    @CheckedTemplate(basePath = "companies", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CompanyPage(
            CompanyView company,
            SpaceView space,
            SupportPlanView plan,
            boolean ownPlan,
            String health,
            String tier,
            String industry,
            @Nullable String lockedUntil,
            List<FieldView> fields,
            List<RawString> panels,
            boolean removes,
            String done)
            implements TemplateInstance {}

    /// @param after what becomes of what belongs to it
    @CheckedTemplate(basePath = "companies", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RemoveCompanyPage(CompanyView company, List<String> after) implements TemplateInstance {}

    @GET
    @Path("new")
    public TemplateInstance fresh(@RestQuery @Nullable String space) {
        return pages.fresh(place(space), CompanyForm.EMPTY, null, CompanyPages.NONE);
    }

    @POST
    public Response create(@BeanParam CompanyForm form, @RestForm @Nullable String space) {
        var place = place(space);
        var typed = FormFields.under(FieldService.INPUT);
        try {
            var made = companies.create(current.get(), place.id(), form.details(typed));
            return done(made.id(), "created");
        } catch (Refused refused) {
            return Pages.unprocessable(pages.fresh(place, form, typed, pages.fault(refused)));
        }
    }

    @GET
    @Path("{company}")
    public TemplateInstance one(@RestPath String company, @RestQuery @Nullable String done) {
        var me = current.get();
        var found = companies.require(me, id(company));
        var choices = pages.choices(found.space(), found);
        var own = Optional.ofNullable(found.supportPlan()).flatMap(plans::find);
        var shown = panels.stream()
                .flatMap(panel -> panel.of(me, found).stream())
                .map(part -> new RawString(part.render()))
                .toList();
        return new CompanyPage(
                found,
                pages.space(found.space()),
                own.orElseGet(() -> plans.of(found.space(), null)),
                own.isPresent(),
                pages.text(StandingKind.HEALTH, found.health()),
                pages.text(StandingKind.TIER, found.tier()),
                pages.text(StandingKind.INDUSTRY, found.industry()),
                choices.lockedUntil(),
                fields.of(found.space(), FieldSubject.COMPANY),
                shown,
                me.may(Permission.CONTACTS_MANAGE, found.space()),
                done == null ? "" : done);
    }

    @GET
    @Path("{company}/edit")
    public TemplateInstance edit(@RestPath String company) {
        var found = companies.require(current.get(), id(company));
        return pages.change(found, CompanyForm.of(found), found.version(), found.fields(), CompanyPages.NONE);
    }

    @POST
    @Path("{company}")
    public Response change(@RestPath String company, @BeanParam CompanyForm form, @RestForm int version) {
        var me = current.get();
        var typed = FormFields.under(FieldService.INPUT);
        try {
            companies.change(me, id(company), form.details(typed), version);
            return done(id(company), "saved");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            var found = companies.require(me, id(company));
            return Pages.unprocessable(pages.change(found, form, version, typed, pages.fault(refused)));
        }
    }

    @GET
    @Path("{company}/removal")
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public TemplateInstance askRemoval(@RestPath String company) {
        var me = current.get();
        var found = companies.require(me, id(company));
        me.require(Permission.CONTACTS_MANAGE, found.space());
        var after = panels.stream()
                .flatMap(panel -> panel.afterRemoval(me, found, languages.current()).stream())
                .toList();
        return new RemoveCompanyPage(found, after);
    }

    @POST
    @Path("{company}/removal")
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public Response remove(@RestPath String company) {
        companies.remove(current.get(), id(company));
        return Pages.seeOther("/companies?removed=" + id(company));
    }

    @POST
    @Path("{company}/restore")
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public Response restore(@RestPath String company) {
        companies.restore(current.get(), id(company));
        return done(id(company), "restored");
    }

    /// The asked space, or the one that is looked at, or the first.
    private SpaceView place(@Nullable String space) {
        var me = current.get();
        if (space != null && !space.isEmpty()) {
            var id = id(space);
            me.require(Permission.CONTACTS_WORK, id);
            return pages.space(id);
        }
        var all = pages.places();
        return choice.of(me)
                .flatMap(chosen ->
                        all.stream().filter(one -> one.id().equals(chosen)).findFirst())
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> Refused.forbidden("forbidden"));
    }

    private static Response done(UUID company, String what) {
        return Pages.seeOther("/companies/" + company + "?done=" + what);
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
