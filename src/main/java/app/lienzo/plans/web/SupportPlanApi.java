package app.lienzo.plans.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanDraft;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.plans.Way;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Support plans for programs.
@Path("/api/v1/support-plans")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupportPlanApi {
    private final SupportPlanService plans;
    private final CurrentMember current;

    SupportPlanApi(SupportPlanService plans, CurrentMember current) {
        this.plans = plans;
        this.current = current;
    }

    /// @param ways `documentation`, `forum`, `portal`, `email`, `whatsapp`, `telephone`
    public record SupportPlanItem(UUID id, String name, boolean paying, List<String> ways, String note) {
        static SupportPlanItem of(SupportPlanView plan) {
            return new SupportPlanItem(
                    plan.id(),
                    plan.name(),
                    plan.paying(),
                    plan.ways().stream()
                            .map(way -> way.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    plan.note());
        }
    }

    public record NewSupportPlan(
            @NotNull @Size(max = 200) String name,
            @NotNull Boolean paying,
            @NotNull @Size(max = 20) List<@NotNull String> ways,
            @Size(max = 500) @Nullable String note) {}

    /// What is left out stays as it is.
    public record SupportPlanChange(
            @Size(max = 200) @Nullable String name,
            @Nullable Boolean paying,
            @Size(max = 20) @Nullable List<@NotNull String> ways,
            @Size(max = 500) @Nullable String note) {}

    /// In their order.
    @GET
    @PermissionsAllowed(Permission.Name.CONTACTS_WORK)
    public List<SupportPlanItem> list() {
        return plans.all().stream().map(SupportPlanItem::of).toList();
    }

    @GET
    @Path("{plan}")
    @PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
    public RestResponse<SupportPlanItem> one(@RestPath String plan) {
        return answer(Status.OK, plans.require(current.get(), id(plan)));
    }

    /// A name is one plan: a second with it is refused.
    @POST
    @PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
    public RestResponse<SupportPlanItem> create(@Valid @NotNull NewSupportPlan input) {
        var draft = new SupportPlanDraft(
                input.name(), input.paying(), ways(input.ways()), input.note() == null ? "" : input.note());
        return answer(Status.CREATED, plans.create(current.get(), draft));
    }

    @PATCH
    @Path("{plan}")
    @PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
    public RestResponse<SupportPlanItem> change(
            @RestPath String plan,
            @Valid @NotNull SupportPlanChange input,
            @HeaderParam("If-Match") @Nullable String match) {
        var before = plans.require(current.get(), id(plan));
        var draft = new SupportPlanDraft(
                input.name() == null ? before.name() : input.name(),
                input.paying() == null ? before.paying() : input.paying(),
                input.ways() == null ? before.ways() : ways(input.ways()),
                input.note() == null ? before.note() : input.note());
        return answer(Status.OK, plans.change(current.get(), before.id(), draft, version(match, before.version())));
    }

    @DELETE
    @Path("{plan}")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
    public void remove(@RestPath String plan) {
        plans.remove(current.get(), id(plan));
    }

    private static RestResponse<SupportPlanItem> answer(Status status, SupportPlanView plan) {
        return RestResponse.ResponseBuilder.create(status, SupportPlanItem.of(plan))
                .tag(String.valueOf(plan.version()))
                .build();
    }

    private static EnumSet<Way> ways(List<String> names) {
        var ways = EnumSet.noneOf(Way.class);
        for (var name : names) {
            try {
                ways.add(Way.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException _) {
                throw Refused.invalid("input-invalid");
            }
        }
        return ways;
    }

    private static int version(@Nullable String match, int current) {
        if (match == null || match.equals("*")) return current;
        var digits = match.replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
