package app.lienzo.contacts.web;

import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.contacts.ContactAccess;
import app.lienzo.contacts.ContactAction;
import app.lienzo.contacts.ContactCareService;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactSource;
import app.lienzo.contacts.ContactView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.views.SavedViewService;
import app.lienzo.views.ViewBar;
import app.lienzo.views.ViewSubject;
import io.quarkus.qute.CheckedTemplate;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The list of contacts (FD-2), what is done to several of them, and taking it back.
@Path("/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class ContactListResource {
    private static final int ROWS = 50;
    private static final ContactFilter EVERYTHING =
            new ContactFilter(null, null, null, null, null, null, null, null, null);

    private final ContactService contacts;
    private final ContactCareService care;
    private final CompanyService companies;
    private final SavedViewService views;
    private final ContactPages pages;
    private final SpaceChoice choice;
    private final CurrentMember current;
    private final Languages languages;

    ContactListResource(
            ContactService contacts,
            ContactCareService care,
            CompanyService companies,
            SavedViewService views,
            ContactPages pages,
            SpaceChoice choice,
            CurrentMember current,
            Languages languages) {
        this.contacts = contacts;
        this.care = care;
        this.companies = companies;
        this.views = views;
        this.pages = pages;
        this.choice = choice;
        this.current = current;
        this.languages = languages;
    }

    /// @param near those that are only like what was typed
    /// @param company the one the list is narrowed to; null for none
    /// @param space the one looked at; null for all
    /// @param next where the next page begins; null on the last
    /// @param manages whether the member may delete somewhere
    @CheckedTemplate(basePath = "contacts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ContactsPage(
            List<ContactView> contacts,
            List<ContactView> near,
            ContactFilter filter,
            @Nullable CompanyView company,
            @Nullable UUID space,
            List<SpaceView> spaces,
            List<Locale> languages,
            List<ContactSource> sources,
            List<ContactAccess> accesses,
            List<ContactColumn> columns,
            @Nullable String next,
            boolean later,
            boolean manages,
            int most,
            ViewBar bar,
            Done done,
            String fault)
            implements TemplateInstance {}

    /// Names of companies that a field offers.
    @CheckedTemplate(basePath = "contacts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CompaniesPart(List<CompanyView> companies) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @BeanParam ContactFilter filter,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String view,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String undo) {
        return page(filter, after, view, pages.done(done, undo, filter.here()), "");
    }

    @GET
    @Path("companies")
    public TemplateInstance companies(@RestQuery @Nullable String space, @RestQuery @Nullable String firm) {
        var where = space == null ? null : Ids.read(space).orElse(null);
        if (where == null) throw Refused.notFound();
        return new CompaniesPart(companies.suggest(current.get(), where, firm == null ? "" : firm, 10));
    }

    /// @param id of each contact
    /// @param action of [ContactAction]
    /// @param back the list's query string
    @POST
    @Path("bulk")
    public Response bulk(
            @RestForm @Nullable List<String> id,
            @RestForm @Nullable String action,
            @RestForm @Nullable String tag,
            @RestForm @Nullable String company,
            @RestForm @Nullable String back) {
        var list = list(back);
        var asked = ContactFilter.one(ContactAction.values(), action);
        try {
            if (asked == null) throw Refused.invalid("input-invalid");
            var ids = id == null
                    ? List.<UUID>of()
                    : id.stream().map(ContactApi::id).toList();
            var value = asked == ContactAction.COMPANY ? company(ids, company) : tag;
            var undo = care.change(current.get(), ids, asked, value);
            return Pages.seeOther(list + (list.contains("?") ? "&" : "?") + "undo=" + undo);
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            var text = Problem.of(refused, languages.current(), "").detail();
            return Pages.unprocessable(page(EVERYTHING, null, null, new Done("", null, list), text));
        }
    }

    @POST
    @Path("undo/{id}")
    public Response undo(@RestPath String id, @RestForm @Nullable String back) {
        care.undo(current.get(), ContactApi.id(id));
        var list = Pages.localPath(back);
        if (!list.equals("/contacts") && !list.startsWith("/contacts?") && !list.startsWith("/contacts/"))
            list = "/contacts";
        return Pages.seeOther(list + (list.contains("?") ? "&" : "?") + "done=undone");
    }

    private ContactsPage page(
            ContactFilter filter, @Nullable String after, @Nullable String view, Done done, String fault) {
        var me = current.get();
        var space = choice.of(me).orElse(null);
        var query = filter.query(space, after, ROWS);
        var page = contacts.list(me, query);
        return new ContactsPage(
                page.contacts(),
                page.near(),
                filter,
                query.company() == null
                        ? null
                        : companies
                                .find(query.company())
                                .filter(one -> me.may(Permission.CONTACTS_WORK, one.space()))
                                .orElse(null),
                space,
                pages.spaces(),
                Languages.OFFERED,
                List.of(ContactSource.values()),
                List.of(ContactAccess.values()),
                List.of(ContactColumn.values()),
                page.next() == null ? null : page.next().cursor(),
                query.after() != null,
                me.may(Permission.CONTACTS_MANAGE),
                care.bulkMax(),
                views.bar(
                        me,
                        ViewSubject.CONTACTS,
                        filter.queryString(),
                        filter.columns().stream().map(ContactColumn::key).toList(),
                        view == null ? null : Ids.read(view).orElse(null)),
                done,
                fault);
    }

    private @Nullable String company(List<UUID> ids, @Nullable String name) {
        if (name == null || name.isBlank() || ids.isEmpty()) return null;
        var first = contacts.file(current.get(), ids.getFirst()).contact();
        return pages.company(first.space(), name).toString();
    }

    private static String list(@Nullable String back) {
        var path = Pages.localPath("/contacts?" + (back == null ? "" : back));
        return path.startsWith("/contacts?") && path.length() > "/contacts?".length() ? path : "/contacts";
    }
}
