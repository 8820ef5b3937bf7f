package app.lienzo.optout.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import app.lienzo.optout.OptOutService;
import app.lienzo.optout.OptOutView;
import app.lienzo.optout.web.OptOutItem.OptOutFile;
import app.lienzo.tenancy.Scope;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The organization's own request to be taken off the platform's marketing list, for its programs (BY-8).
@Path("/api/v1/marketing-optout")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class OptOutApi {
    private static final int NOTE_MAX = 1000;

    private final OptOutService requests;
    private final CurrentMember current;
    private final Scope scope;

    OptOutApi(OptOutService requests, CurrentMember current, Scope scope) {
        this.requests = requests;
        this.current = current;
        this.scope = scope;
    }

    /// @param note what support is to know
    public record EscalationInput(
            @Size(max = NOTE_MAX) @Nullable String note) {}

    /// The newest request; there is none where nobody asked.
    @GET
    public OptOutFile state() {
        return file(requests.current().orElseThrow(Refused::notFound));
    }

    /// Asks to be taken off the list.
    ///
    /// @param key the same key twice is one request
    @POST
    @Consumes(MediaType.WILDCARD)
    public RestResponse<OptOutFile> ask(
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var id = key == null
                ? Ids.next()
                : UUID.nameUUIDFromBytes(Secrets.hash(scope.organization().id() + " optout " + key));
        return RestResponse.status(RestResponse.Status.CREATED, file(requests.request(current.get(), id)));
    }

    /// Asks support to hurry: it is due sooner, never later.
    @POST
    @Path("escalation")
    public OptOutFile escalate(@Valid @NotNull EscalationInput input) {
        return file(requests.escalate(current.get(), input.note() == null ? "" : input.note()));
    }

    private OptOutFile file(OptOutView request) {
        return new OptOutFile(OptOutItem.of(request), requests.history(request));
    }
}
