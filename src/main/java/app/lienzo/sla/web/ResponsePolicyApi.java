package app.lienzo.sla.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.sla.Begins;
import app.lienzo.sla.PolicyService;
import app.lienzo.sla.PolicySettings;
import app.lienzo.sla.PolicyView;
import app.lienzo.sla.RecountService;
import app.lienzo.sla.Targets;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What support plans promise, for programs.
@Path("/api/v1/response-policies")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class ResponsePolicyApi {
    private static final int TARGETS_MAX = 12;

    private final PolicyService policies;
    private final RecountService recounts;
    private final CurrentMember current;

    ResponsePolicyApi(PolicyService policies, RecountService recounts, CurrentMember current) {
        this.policies = policies;
        this.recounts = recounts;
        this.current = current;
    }

    /// Minutes of open time for one kind of ticket; null for no promise.
    ///
    /// @param type `question`, `task` or `incident`
    /// @param priority `low`, `normal`, `high` or `urgent`
    public record Target(
            @NotNull @Size(max = 20) String type,
            @NotNull @Size(max = 20) String priority,
            @Nullable Integer firstMinutes,
            @Nullable Integer nextMinutes,
            @Nullable Integer resolutionMinutes) {}

    /// @param calendar null for the organization's first
    /// @param startsAt `created` or `accepted`
    /// @param warnPercent share of a target after which somebody is warned; 0 for never
    public record PolicyInput(
            boolean active,
            @Nullable UUID calendar,
            @Size(max = 20) @Nullable String startsAt,
            @Nullable Integer warnPercent,
            @Nullable Boolean pausesWaiting,
            @Nullable Boolean pausesOnHold,
            @NotNull @Size(max = TARGETS_MAX) List<@NotNull @Valid Target> targets) {}

    public record PolicyItem(
            UUID supportPlan,
            boolean active,
            @Nullable UUID calendar,
            String startsAt,
            int warnPercent,
            boolean pausesWaiting,
            boolean pausesOnHold,
            List<Target> targets) {}

    public record PolicyList(List<PolicyItem> items) {}

    /// How far open deadlines have been counted again.
    public record RecountItem(boolean going, int total, int done) {}

    @GET
    public PolicyList list() {
        return new PolicyList(
                policies.all().stream().map(ResponsePolicyApi::item).toList());
    }

    @GET
    @Path("recount")
    public RecountItem recount() {
        return recounts.last()
                .map(last -> new RecountItem(last.going(), last.total(), last.done()))
                .orElseGet(() -> new RecountItem(false, 0, 0));
    }

    @GET
    @Path("{plan}")
    public RestResponse<PolicyItem> one(@RestPath String plan) {
        return answer(policies.require(id(plan)));
    }

    /// Changes it as a whole; deadlines of open tickets are counted again.
    @PUT
    @Path("{plan}")
    public RestResponse<PolicyItem> change(
            @RestPath String plan, @Valid @NotNull PolicyInput input, @HeaderParam("If-Match") @Nullable String match) {
        var before = policies.require(id(plan));
        var settings = new PolicySettings(
                input.active(),
                input.calendar(),
                read(Begins.class, input.startsAt() == null ? "created" : input.startsAt()),
                input.warnPercent() == null ? before.settings().warnPercent() : input.warnPercent(),
                input.pausesWaiting() == null ? before.settings().waitingPauses() : input.pausesWaiting(),
                input.pausesOnHold() == null ? before.settings().onHoldPauses() : input.pausesOnHold(),
                targets(input.targets()));
        var version = match == null || match.equals("*") ? before.version() : version(match);
        return answer(policies.change(current.get(), before.supportPlan(), settings, version));
    }

    private static Map<TicketType, Map<TicketPriority, Targets>> targets(List<Target> targets) {
        var found = new EnumMap<TicketType, Map<TicketPriority, Targets>>(TicketType.class);
        for (var target : targets) {
            var type = read(TicketType.class, target.type());
            var priority = read(TicketPriority.class, target.priority());
            found.computeIfAbsent(type, _ -> new EnumMap<>(TicketPriority.class))
                    .put(
                            priority,
                            new Targets(target.firstMinutes(), target.nextMinutes(), target.resolutionMinutes()));
        }
        return found;
    }

    private static <E extends Enum<E>> E read(Class<E> type, String written) {
        for (var constant : type.getEnumConstants()) if (constant.name().equalsIgnoreCase(written)) return constant;
        throw Refused.invalid("input-invalid");
    }

    private static RestResponse<PolicyItem> answer(PolicyView policy) {
        return RestResponse.ResponseBuilder.ok(item(policy))
                .tag(String.valueOf(policy.version()))
                .build();
    }

    private static PolicyItem item(PolicyView policy) {
        var settings = policy.settings();
        var targets = new ArrayList<Target>();
        for (var type : TicketType.values()) {
            for (var priority : TicketPriority.values()) {
                var cell = settings.targets(type, priority);
                if (!cell.none())
                    targets.add(new Target(code(type), code(priority), cell.first(), cell.next(), cell.resolution()));
            }
        }
        return new PolicyItem(
                policy.supportPlan(),
                settings.active(),
                settings.calendar(),
                code(settings.begins()),
                settings.warnPercent(),
                settings.waitingPauses(),
                settings.onHoldPauses(),
                targets);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static int version(String match) {
        var digits = match.replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
