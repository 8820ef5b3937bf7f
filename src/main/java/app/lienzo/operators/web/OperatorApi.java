package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.operators.FoundingService;
import app.lienzo.operators.NewOrganization;
import app.lienzo.operators.OrganizationCareService;
import app.lienzo.tenancy.OrganizationRecord;
import app.lienzo.tenancy.OrganizationState;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Organizations for operators' programs: the same rules as on the pages.
@Path("/api/v1/operator/organizations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.OPERATE)
public class OperatorApi {
    private final OrganizationCareService care;
    private final FoundingService founding;
    private final CurrentMember current;

    OperatorApi(OrganizationCareService care, FoundingService founding, CurrentMember current) {
        this.care = care;
        this.founding = founding;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record OrganizationList(
            List<OrganizationItem> items, @Nullable String next) {}

    /// @param version send it with a change: it is refused when somebody else changed the
    ///     organization meanwhile
    /// @param suspendedAt null while it is open
    public record OrganizationItem(
            String id,
            String slug,
            String name,
            Plan plan,
            String language,
            Vocabulary vocabulary,
            OrganizationState state,
            int version,
            Instant createdAt,
            @Nullable Instant suspendedAt) {
        static OrganizationItem of(OrganizationRecord found) {
            var one = found.organization();
            return new OrganizationItem(
                    one.id(),
                    one.slug(),
                    one.name(),
                    one.plan(),
                    one.language(),
                    one.vocabulary(),
                    found.state(),
                    found.version(),
                    found.createdAt(),
                    found.suspendedAt());
        }
    }

    /// An organization to be founded with its first Owner, who gets the welcome mail.
    ///
    /// @param ownerUserName null for his address
    public record OrganizationInput(
            @NotBlank @Size(max = 80) String slug,
            @NotBlank @Size(max = 200) String name,
            @NotNull Plan plan,
            @NotBlank @Size(max = 2) String language,
            @NotNull Vocabulary vocabulary,
            @NotBlank @Size(max = 200) String ownerName,
            @NotBlank @Size(max = 254) String ownerEmail,
            @Size(max = 120) @Nullable String ownerUserName) {}

    /// @param version the one that was looked at
    public record StateInput(
            @NotNull OrganizationState state,
            int version,
            @NotBlank @Size(max = 1000) String reason) {}

    /// @param version the one that was looked at
    public record PlanInput(
            @NotNull Plan plan,
            int version,
            @NotBlank @Size(max = 1000) String reason) {}

    @GET
    public OrganizationList list(
            @BeanParam OrganizationFilter filter,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > OrganizationCareService.PAGE_MAX)
            throw Refused.invalid("limit-invalid", OrganizationCareService.PAGE_MAX);
        var found = care.search(current.get(), filter.query(after, limit));
        return new OrganizationList(
                found.stream().map(OrganizationItem::of).toList(),
                found.size() < limit ? null : found.getLast().organization().slug());
    }

    /// @param key the same key twice is one organization
    @POST
    public RestResponse<OrganizationItem> found(
            @Valid @NotNull OrganizationInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var wish = new NewOrganization(
                input.slug(),
                input.name(),
                input.plan(),
                input.language(),
                input.vocabulary(),
                input.ownerName(),
                input.ownerEmail(),
                input.ownerUserName());
        var me = current.get();
        var made = founding.found(me.actor(), key(me.member(), key), wish);
        return RestResponse.status(RestResponse.Status.CREATED, OrganizationItem.of(care.require(me, made.id())));
    }

    @GET
    @Path("{id}")
    public OrganizationItem one(@RestPath String id) {
        return OrganizationItem.of(care.require(current.get(), id));
    }

    /// Suspends an organization, or opens it again.
    @PUT
    @Path("{id}/state")
    public OrganizationItem state(@RestPath String id, @Valid @NotNull StateInput input) {
        var me = current.get();
        return OrganizationItem.of(
                switch (input.state()) {
                    case SUSPENDED -> care.suspend(me, id, input.version(), input.reason());
                    case ACTIVE -> care.resume(me, id, input.version(), input.reason());
                });
    }

    @PUT
    @Path("{id}/plan")
    public OrganizationItem plan(@RestPath String id, @Valid @NotNull PlanInput input) {
        return OrganizationItem.of(care.changePlan(current.get(), id, input.version(), input.plan(), input.reason()));
    }

    /// Somebody else's key is another one.
    private static UUID key(UUID member, @Nullable String key) {
        return key == null ? Ids.next() : UUID.nameUUIDFromBytes((member + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
