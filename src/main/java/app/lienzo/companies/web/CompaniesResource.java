package app.lienzo.companies.web;

import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.companies.StandingKind;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Slice;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.views.SavedViewService;
import app.lienzo.views.ViewBar;
import app.lienzo.views.ViewSubject;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The list of companies where people work, with filters and saved views.
@Path("/companies")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class CompaniesResource {
    private static final int ROWS = 50;

    private final CompanyService companies;
    private final CompanyPages pages;
    private final SupportPlanService plans;
    private final SpaceService spaces;
    private final SpaceChoice choice;
    private final SavedViewService views;
    private final CurrentMember current;

    CompaniesResource(
            CompanyService companies,
            CompanyPages pages,
            SupportPlanService plans,
            SpaceService spaces,
            SpaceChoice choice,
            SavedViewService views,
            CurrentMember current) {
        this.companies = companies;
        this.pages = pages;
        this.plans = plans;
        this.spaces = spaces;
        this.choice = choice;
        this.views = views;
        this.current = current;
    }

    /// A line of the list.
    record Row(CompanyView company, String domains, String plan, String health, String space) {}

    record Gone(UUID id, String name) {}

    /// @param several whether companies of more than one space are shown
    /// @param next id of the last one shown when there are more; null on the last page
    @CheckedTemplate(basePath = "companies", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CompaniesPage(
            List<Row> rows,
            CompanyFilter filter,
            CompanyPages.Choices choices,
            boolean several,
            boolean manages,
            @Nullable UUID next,
            boolean later,
            ViewBar bar,
            @Nullable Gone gone)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @BeanParam CompanyFilter filter,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String view,
            @RestQuery @Nullable String removed) {
        var me = current.get();
        var places = places(me);
        var shown = Slice.of(companies.list(me, filter.query(places, after, ROWS + 1)), ROWS, CompanyView::id);
        var any = places.stream().findFirst().orElseThrow(() -> Refused.forbidden("forbidden"));
        return new CompaniesPage(
                shown.items().stream().map(company -> row(me, company)).toList(),
                filter,
                pages.choices(any, null),
                places.size() > 1,
                places.stream().anyMatch(space -> me.may(Permission.CONTACTS_MANAGE, space)),
                shown.next(),
                after != null && !after.isEmpty(),
                bar(me, filter, view),
                gone(me, removed));
    }

    private ViewBar bar(SignedIn me, CompanyFilter filter, @Nullable String view) {
        var open = view == null ? null : Ids.read(view).orElse(null);
        return views.bar(me, ViewSubject.COMPANIES, filter.queryString(), List.of(), open);
    }

    private Row row(SignedIn me, CompanyView company) {
        var space = spaces.of(me).stream()
                .filter(one -> one.id().equals(company.space()))
                .map(SpaceView::name)
                .findFirst()
                .orElse("");
        return new Row(
                company,
                String.join(", ", company.domains()),
                Optional.ofNullable(company.supportPlan())
                        .flatMap(plans::find)
                        .map(SupportPlanView::name)
                        .orElse(""),
                pages.text(StandingKind.HEALTH, company.health()),
                space);
    }

    private Set<UUID> places(SignedIn me) {
        var all = spaces.inUse(me, Permission.CONTACTS_WORK);
        return choice.of(me).filter(all::contains).map(Set::of).orElse(all);
    }

    private @Nullable Gone gone(SignedIn me, @Nullable String removed) {
        return Optional.ofNullable(removed)
                .flatMap(Ids::read)
                .flatMap(id -> companies.removed(me, id))
                .map(company -> new Gone(company.id(), company.name()))
                .orElse(null);
    }
}
