package app.lienzo.partners.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.kernel.Secrets;
import app.lienzo.partners.ApplicationQuery;
import app.lienzo.partners.ApplicationQueueService;
import app.lienzo.partners.ApplicationService;
import app.lienzo.partners.ApplicationView;
import app.lienzo.partners.Approval;
import app.lienzo.partners.web.ApplicationItem.ApplicationFile;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/// Applications to the partner programme for operators' programs: the same rules as on the pages.
@Path("/api/v1/operator/applications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.OPERATE)
public class ApplicationApi {
    private static final int TEXT_MAX = 120;

    private final ApplicationQueueService queue;
    private final ApplicationService applications;
    private final CurrentMember current;

    ApplicationApi(ApplicationQueueService queue, ApplicationService applications, CurrentMember current) {
        this.queue = queue;
        this.applications = applications;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record ApplicationList(
            List<ApplicationItem> items, @Nullable UUID next) {}

    public record NoteInput(
            @NotBlank @Size(max = ApplicationService.NOTE_MAX)
            String text) {}

    /// @param operator id of one; null for nobody
    public record AssigneeInput(@Nullable UUID operator) {}

    /// The organization as it is to be founded. What is left out is as the applicant wishes.
    ///
    /// @param ownerUserName null for his address
    public record ApprovalInput(
            @Size(max = 80) @Nullable String slug,
            @Size(max = 200) @Nullable String name,
            @NotNull Plan plan,
            @Size(max = 2) @Nullable String language,
            @NotNull Vocabulary vocabulary,
            @Size(max = 200) @Nullable String ownerName,
            @Size(max = 120) @Nullable String ownerUserName) {}

    public record RefusalInput(
            @NotBlank @Size(max = ApplicationService.REASON_MAX)
            String reason) {}

    @GET
    public ApplicationList list(
            @RestQuery @DefaultValue("WAITING") ApplicationQuery.Choice list,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String after) {
        var text = q == null ? "" : SafeText.line(q, TEXT_MAX);
        var place = after == null || after.isEmpty() ? null : id(after);
        var query = new ApplicationQuery(list, text.isEmpty() ? null : text, place);
        var page = queue.page(current.get(), query);
        var clocks =
                queue.deadlines(page.items().stream().map(ApplicationView::id).toList());
        return new ApplicationList(
                page.items().stream()
                        .map(one -> ApplicationItem.of(one, clocks.get(one.id())))
                        .toList(),
                page.next());
    }

    @GET
    @Path("{id}")
    public ApplicationFile one(@RestPath String id) {
        return file(id(id));
    }

    /// @param key the same key twice is one note
    @POST
    @Path("{id}/notes")
    public ApplicationFile note(
            @RestPath String id,
            @Valid @NotNull NoteInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var me = current.get();
        var line = key == null
                ? Ids.next()
                : UUID.nameUUIDFromBytes(Secrets.hash(me.member() + " " + id + " note " + key));
        applications.note(me, id(id), line, input.text());
        return file(id(id));
    }

    @PUT
    @Path("{id}/assignee")
    public ApplicationFile assign(@RestPath String id, @Valid @NotNull AssigneeInput input) {
        applications.assign(current.get(), id(id), input.operator());
        return file(id(id));
    }

    /// Founds the organization. Done twice it is done once, and the second one is told.
    @POST
    @Path("{id}/approval")
    public ApplicationFile approve(@RestPath String id, @Valid @NotNull ApprovalInput input) {
        var wish = queue.require(current.get(), id(id));
        var approval = new Approval(
                or(input.slug(), wish.slug()),
                or(input.name(), wish.company()),
                input.plan(),
                or(input.language(), wish.language()),
                input.vocabulary(),
                or(input.ownerName(), wish.person()),
                input.ownerUserName());
        applications.approve(current.get(), wish.id(), approval);
        return file(wish.id());
    }

    @POST
    @Path("{id}/refusal")
    public ApplicationFile decline(@RestPath String id, @Valid @NotNull RefusalInput input) {
        applications.decline(current.get(), id(id), input.reason());
        return file(id(id));
    }

    private ApplicationFile file(UUID id) {
        var one = queue.require(current.get(), id);
        return new ApplicationFile(
                ApplicationItem.of(one, queue.deadlines(List.of(id)).get(id)), queue.history(id));
    }

    private static String or(@Nullable String said, String wished) {
        return said == null ? wished : said;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
