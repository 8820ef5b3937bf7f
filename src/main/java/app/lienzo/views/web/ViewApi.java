package app.lienzo.views.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.views.SavedView;
import app.lienzo.views.SavedViewService;
import app.lienzo.views.ViewDetails;
import app.lienzo.views.ViewSubject;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Saved lists for programs.
@Path("/api/v1/views")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed({Permission.Name.TICKETS_WORK, Permission.Name.CONTACTS_WORK})
public class ViewApi {
    private final SavedViewService views;
    private final CurrentMember current;

    ViewApi(SavedViewService views, CurrentMember current) {
        this.views = views;
        this.current = current;
    }

    /// @param kind `tickets`, `contacts` or `companies`
    /// @param query what the list's address says behind the question mark
    /// @param space whose people share it; null for one's own
    public record ViewItem(
            UUID id,
            String kind,
            String name,
            String query,
            List<String> columns,
            @Nullable UUID space,
            UUID owner) {
        static ViewItem of(SavedView view) {
            return new ViewItem(
                    view.id(),
                    view.subject().name().toLowerCase(Locale.ROOT),
                    view.name(),
                    view.query(),
                    view.columns(),
                    view.space(),
                    view.owner());
        }
    }

    /// @param space the space to share it with; null to keep it for oneself
    public record ViewInput(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = 4000) String query,
            @Nullable List<@NotNull @Size(max = 60) String> columns,
            @Nullable UUID space) {
        ViewDetails details() {
            return new ViewDetails(name, query, columns == null ? List.of() : columns, space);
        }
    }

    @GET
    public List<ViewItem> list(@RestQuery @DefaultValue("tickets") String kind) {
        return views.of(current.get(), kind(kind)).stream().map(ViewItem::of).toList();
    }

    @POST
    public RestResponse<ViewItem> save(
            @RestQuery @DefaultValue("tickets") String kind, @Valid @NotNull ViewInput input) {
        return answer(Status.CREATED, views.save(current.get(), kind(kind), input.details()));
    }

    @GET
    @Path("{id}")
    public RestResponse<ViewItem> one(@RestPath String id) {
        return answer(Status.OK, views.require(current.get(), id(id)));
    }

    @PUT
    @Path("{id}")
    public RestResponse<ViewItem> change(
            @RestPath String id, @Valid @NotNull ViewInput input, @HeaderParam("If-Match") @Nullable String match) {
        var me = current.get();
        var view = views.require(me, id(id));
        var version = match == null || match.equals("*") ? view.version() : version(match);
        return answer(Status.OK, views.change(me, view.id(), input.details(), version));
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@RestPath String id) {
        views.remove(current.get(), id(id));
    }

    private static RestResponse<ViewItem> answer(Status status, SavedView view) {
        return RestResponse.ResponseBuilder.create(status, ViewItem.of(view))
                .tag(String.valueOf(view.version()))
                .build();
    }

    /// A number that nothing has for what is no tag of ours.
    private static int version(String match) {
        var digits = match.replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private static ViewSubject kind(String name) {
        return switch (name) {
            case "tickets" -> ViewSubject.TICKETS;
            case "contacts" -> ViewSubject.CONTACTS;
            case "companies" -> ViewSubject.COMPANIES;
            default -> throw Refused.invalid("filter-invalid");
        };
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
