package app.lienzo.optout.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.optout.OptOutQuery;
import app.lienzo.optout.OptOutQueueService;
import app.lienzo.optout.web.OptOutItem.OptOutFile;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The queue of requests to be taken off the marketing list, for operators' programs.
@Path("/api/v1/operator/optouts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.OPERATE)
public class OperatorOptOutApi {
    private static final int REASON_MAX = 1000;

    private final OptOutQueueService queue;
    private final CurrentMember current;

    OperatorOptOutApi(OptOutQueueService queue, CurrentMember current) {
        this.queue = queue;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record OptOutList(
            List<OptOutItem> items, @Nullable UUID next) {}

    /// @param from id of the operator who had it in hand when it was looked at; null for nobody
    public record HolderInput(@Nullable UUID from) {}

    public record RefusalInput(
            @NotBlank @Size(max = REASON_MAX) String reason) {}

    @GET
    public OptOutList list(
            @RestQuery @DefaultValue("OPEN") OptOutQuery.Choice list, @RestQuery @Nullable String after) {
        var place = after == null || after.isEmpty() ? null : id(after);
        var page = queue.page(current.get(), new OptOutQuery(list, place));
        return new OptOutList(page.items().stream().map(OptOutItem::of).toList(), page.next());
    }

    @GET
    @Path("{request}")
    public OptOutFile one(@RestPath String request) {
        return file(id(request));
    }

    /// Takes it in hand.
    @PUT
    @Path("{request}/holder")
    public OptOutFile take(@RestPath String request, @Valid @NotNull HolderInput input) {
        queue.take(current.get(), id(request), input.from());
        return file(id(request));
    }

    /// From here on nobody of the organization gets marketing mail.
    @POST
    @Path("{request}/removal")
    @Consumes(MediaType.WILDCARD)
    public OptOutFile done(@RestPath String request) {
        queue.done(current.get(), id(request));
        return file(id(request));
    }

    @POST
    @Path("{request}/refusal")
    public OptOutFile refuse(@RestPath String request, @Valid @NotNull RefusalInput input) {
        queue.refuse(current.get(), id(request), input.reason());
        return file(id(request));
    }

    private OptOutFile file(UUID id) {
        var me = current.get();
        return new OptOutFile(OptOutItem.of(queue.require(me, id)), queue.history(me, id));
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
