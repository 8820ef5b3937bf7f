package app.lienzo.calendars.web;

import app.lienzo.calendars.CalendarService;
import app.lienzo.calendars.CalendarSettings;
import app.lienzo.calendars.CalendarView;
import app.lienzo.calendars.Hours;
import app.lienzo.calendars.SpecialDay;
import app.lienzo.calendars.WeekHours;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.Scope;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Business calendars for programs.
@Path("/api/v1/calendars")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class CalendarApi {
    private static final int MINUTES_MAX = 527_040;

    private final CalendarService calendars;
    private final CurrentMember current;
    private final Scope scope;

    CalendarApi(CalendarService calendars, CurrentMember current, Scope scope) {
        this.calendars = calendars;
        this.current = current;
        this.scope = scope;
    }

    /// @param hours `09:00-13:00`; empty for closed all day
    public record OwnDay(
            @NotNull @Size(max = 10) String on,
            boolean yearly,
            @Size(max = 500) @Nullable String name,
            @Size(max = 120) @Nullable String hours) {}

    /// @param zone an IANA zone; left out for the organization's, or for the one it has
    /// @param week hours of the seven days, Monday first: `09:00-13:00, 15:00-18:00`, empty for closed
    /// @param country whose public holidays are left out, ISO 3166 in lower case
    public record CalendarInput(
            @NotNull @Size(max = 500) String name,
            @Size(max = 60) @Nullable String zone,
            @NotNull @Size(min = 7, max = 7) List<@NotNull @Size(max = 120) String> week,
            @Size(max = 10) @Nullable String country,
            @Size(max = 40) @Nullable String region,
            @Size(max = 1000) @Nullable List<@NotNull @Valid OwnDay> days) {}

    /// @param first the one that holds where none is named
    public record CalendarItem(
            UUID id,
            String name,
            String zone,
            List<String> week,
            @Nullable String country,
            @Nullable String region,
            List<OwnDay> days,
            int revision,
            boolean first) {}

    public record CalendarList(List<CalendarItem> items) {}

    public record DueAnswer(Instant startsAt, Instant opensAt, Instant dueAt) {}

    @GET
    public CalendarList list() {
        return new CalendarList(calendars.all().stream().map(CalendarApi::item).toList());
    }

    @GET
    @Path("{id}")
    public RestResponse<CalendarItem> one(@RestPath String id) {
        return answer(Status.OK, calendars.require(id(id)));
    }

    /// What would be due when.
    ///
    /// @param at the moment it begins, ISO 8601 with an offset
    @GET
    @Path("{id}/due")
    public DueAnswer due(@RestPath String id, @RestQuery @Nullable String at, @RestQuery int minutes) {
        var view = calendars.require(id(id));
        if (at == null || minutes < 0 || minutes > MINUTES_MAX) throw Refused.invalid("input-invalid");
        try {
            var from = java.time.OffsetDateTime.parse(at).toInstant();
            var time = calendars.calendar(view.id(), view.revision()).time();
            return new DueAnswer(from, time.nextOpening(from), time.add(from, Duration.ofMinutes(minutes)));
        } catch (DateTimeException | IllegalStateException _) {
            throw Refused.invalid("input-invalid");
        }
    }

    /// @param key the same key twice is one calendar
    @POST
    public RestResponse<CalendarItem> create(
            @Valid @NotNull CalendarInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var id = key == null
                ? Ids.next()
                : UUID.nameUUIDFromBytes(Secrets.hash(scope.organization().id() + " calendar " + key));
        return answer(Status.CREATED, calendars.create(current.get(), id, settings(input, calendars.usualZone())));
    }

    @PUT
    @Path("{id}")
    public RestResponse<CalendarItem> change(
            @RestPath String id, @Valid @NotNull CalendarInput input, @HeaderParam("If-Match") @Nullable String match) {
        var before = calendars.require(id(id));
        return answer(
                Status.OK,
                calendars.change(
                        current.get(),
                        before.id(),
                        settings(input, before.settings().zone()),
                        version(match, before.version())));
    }

    /// Makes it the one that holds where none is named.
    @PUT
    @Path("{id}/first")
    @Consumes(MediaType.WILDCARD)
    public void prefer(@RestPath String id) {
        calendars.prefer(current.get(), id(id));
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@RestPath String id, @HeaderParam("If-Match") @Nullable String match) {
        var before = calendars.require(id(id));
        calendars.remove(current.get(), before.id(), version(match, before.version()));
    }

    private static CalendarSettings settings(CalendarInput input, String usualZone) {
        var days = input.days() == null ? List.<OwnDay>of() : input.days();
        return new CalendarSettings(
                input.name(),
                input.zone() == null ? usualZone : input.zone(),
                WeekHours.read(input.week()),
                input.country(),
                input.region(),
                days.stream().map(CalendarApi::day).toList());
    }

    private static SpecialDay day(OwnDay day) {
        try {
            return new SpecialDay(
                    LocalDate.parse(day.on()),
                    day.yearly(),
                    day.name() == null ? "" : day.name(),
                    Hours.ofDate(day.hours() == null ? "" : day.hours()));
        } catch (DateTimeException _) {
            throw Refused.invalid("calendar-day-malformed");
        }
    }

    private static RestResponse<CalendarItem> answer(Status status, CalendarView view) {
        return RestResponse.ResponseBuilder.create(status, item(view))
                .tag(String.valueOf(view.version()))
                .build();
    }

    private static CalendarItem item(CalendarView view) {
        var settings = view.settings();
        return new CalendarItem(
                view.id(),
                settings.name(),
                settings.zone(),
                settings.week().written(),
                settings.country(),
                settings.region(),
                settings.days().stream()
                        .map(day ->
                                new OwnDay(day.on().toString(), day.yearly(), day.name(), Hours.written(day.hours())))
                        .toList(),
                view.revision(),
                view.first());
    }

    /// A number that nothing has for what is no tag of ours.
    private static int version(@Nullable String match, int there) {
        if (match == null || match.equals("*")) return there;
        var digits = match.replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
