package app.lienzo.calendars.web;

import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarView;
import app.lienzo.calendars.web.CalendarPages.Cell;
import app.lienzo.calendars.web.CalendarPages.Form;
import app.lienzo.calendars.web.CalendarPages.Tried;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The organization's business calendars: which hours count, and what would be due when.
@Path(CalendarResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class CalendarResource {
    static final String PATH = "/organization/calendars";

    private final CalendarService calendars;
    private final CalendarPages pages;
    private final CurrentMember current;
    private final Languages languages;

    CalendarResource(CalendarService calendars, CalendarPages pages, CurrentMember current, Languages languages) {
        this.calendars = calendars;
        this.pages = pages;
        this.current = current;
        this.languages = languages;
    }

    /// @param hours of the week in one line
    /// @param country whose holidays are left out; null for none
    record Line(
            CalendarView calendar, String hours, @Nullable String country) {}

    @CheckedTemplate(basePath = "calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CalendarsPage(List<Line> calendars, String done) implements TemplateInstance {}

    @CheckedTemplate(basePath = "calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewCalendarPage(Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CalendarPage(CalendarView calendar, Form form, List<List<Cell>> weeks, Tried tried, String done)
            implements TemplateInstance {}

    /// What depends on the country, while the form is open.
    @CheckedTemplate(basePath = "calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RegionsPart(Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery @Nullable String done) {
        var language = languages.current();
        var lines = calendars.all().stream()
                .map(calendar -> new Line(
                        calendar,
                        CalendarPages.inShort(calendar.settings().week(), language),
                        country(calendar.settings().country())))
                .toList();
        return new CalendarsPage(lines, done == null ? "" : done);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        var suggested = calendars.suggested(languages.current());
        var typed = CalendarForm.of(suggested, 0);
        return new NewCalendarPage(pages.form(
                new CalendarForm(
                        "",
                        suggested.zone(),
                        typed.week(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "0"),
                null));
    }

    /// The regions of a country, for a browser that has scripts; the form works without.
    @GET
    @Path("regions")
    public TemplateInstance regions(@RestQuery @Nullable String country) {
        var typed = new CalendarForm(null, null, null, country, null, null, null, null, null, null);
        return new RegionsPart(pages.form(typed, null));
    }

    /// @param fill only fills in Monday's hours
    @POST
    public Response create(@BeanParam CalendarForm form, @RestForm @Nullable String fill) {
        if (fill != null)
            return Response.ok(new NewCalendarPage(pages.form(form.filled(), null)))
                    .build();
        try {
            var made = calendars.create(current.get(), form.settings());
            return Pages.seeOther(PATH + "/" + made.id() + "?done=created");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.Forbidden) throw refused;
            return Pages.unprocessable(new NewCalendarPage(pages.form(form, refused)));
        }
    }

    /// @param at when it would begin, on the calendar's wall clock
    /// @param amount how much time there would be
    @GET
    @Path("{id}")
    public TemplateInstance one(
            @RestPath String id,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String at,
            @RestQuery @Nullable String amount) {
        var calendar = calendars.require(id(id));
        var form = pages.form(CalendarForm.of(calendar.settings(), calendar.version()), null);
        return page(calendar, form, at, amount, done == null ? "" : done);
    }

    @POST
    @Path("{id}")
    public Response change(@RestPath String id, @BeanParam CalendarForm form, @RestForm @Nullable String fill) {
        var calendar = calendars.require(id(id));
        if (fill != null) {
            return Response.ok(page(calendar, pages.form(form.filled(), null), null, null, ""))
                    .build();
        }
        try {
            calendars.change(current.get(), calendar.id(), form.settings(), form.expected());
            return Pages.seeOther(PATH + "/" + calendar.id() + "?done=saved");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound || refused.refusal() instanceof Refusal.Forbidden)
                throw refused;
            return Pages.unprocessable(page(calendar, pages.form(form, refused), null, null, ""));
        }
    }

    @POST
    @Path("{id}/first")
    public Response prefer(@RestPath String id) {
        calendars.prefer(current.get(), id(id));
        return Pages.seeOther(PATH + "?done=preferred");
    }

    @POST
    @Path("{id}/removal")
    public Response remove(@RestPath String id, @RestForm @Nullable String version) {
        var calendar = calendars.require(id(id));
        int expected = version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
        try {
            calendars.remove(current.get(), calendar.id(), expected);
            return Pages.seeOther(PATH + "?done=removed");
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.Conflict)) throw refused;
            var form = pages.form(CalendarForm.of(calendar.settings(), calendar.version()), refused);
            return Pages.unprocessable(page(calendar, form, null, null, ""));
        }
    }

    private CalendarPage page(
            CalendarView calendar, Form form, @Nullable String at, @Nullable String amount, String done) {
        var counted = pages.calendar(calendar);
        return new CalendarPage(calendar, form, pages.preview(counted), pages.tried(counted, at, amount), done);
    }

    private @Nullable String country(@Nullable String code) {
        if (code == null) return null;
        return java.util.Locale.of("", code.toUpperCase(java.util.Locale.ROOT)).getDisplayCountry(languages.current());
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
