package app.lienzo.companies.web;

import app.lienzo.companies.CompanyDetails;
import app.lienzo.companies.CompanyQuery;
import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Companies for programs (FD-5, FD-6).
@Path("/api/v1/companies")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class CompanyApi {
    private final CompanyService companies;
    private final SpaceService spaces;
    private final CurrentMember current;

    CompanyApi(CompanyService companies, SpaceService spaces, CurrentMember current) {
        this.companies = companies;
        this.spaces = spaces;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record CompanyList(
            List<CompanyItem> items, @Nullable UUID next) {}

    /// @param supportPlan null for what customers of the space have
    /// @param health key of an option, as tier and industry; on plan Super and above
    /// @param renewalOn `yyyy-mm-dd`
    /// @param fields custom fields by key, each as it would be typed
    public record NewCompany(
            @NotNull UUID space,
            @NotNull @Size(max = 500) String name,
            @Size(max = 2_000) @Nullable String description,
            @Size(max = 20_000) @Nullable String notes,
            @Size(max = 100) @Nullable List<@NotNull String> domains,
            @Nullable UUID supportPlan,
            @Size(max = 80) @Nullable String health,
            @Size(max = 80) @Nullable String tier,
            @Size(max = 10) @Nullable String renewalOn,
            @Size(max = 80) @Nullable String industry,
            @Size(max = 100) @Nullable Map<String, String> fields) {}

    /// What is left out stays as it is, an empty text takes away.
    public record CompanyChange(
            @Size(max = 500) @Nullable String name,
            @Size(max = 2_000) @Nullable String description,
            @Size(max = 20_000) @Nullable String notes,
            @Size(max = 100) @Nullable List<@NotNull String> domains,
            @Size(max = 36) @Nullable String supportPlan,
            @Size(max = 80) @Nullable String health,
            @Size(max = 80) @Nullable String tier,
            @Size(max = 10) @Nullable String renewalOn,
            @Size(max = 80) @Nullable String industry,
            @Size(max = 100) @Nullable Map<String, String> fields) {}

    /// By name.
    @GET
    public CompanyList list(
            @RestQuery @Nullable String space,
            @RestQuery @DefaultValue("") @Size(max = CompanyQuery.TEXT_MAX) String q,
            @RestQuery @Nullable String supportPlan,
            @RestQuery @Nullable String health,
            @RestQuery @Nullable String tier,
            @RestQuery @Nullable String industry,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String after) {
        var me = current.get();
        var query = new CompanyQuery(
                places(me, space),
                q,
                filter(supportPlan),
                text(health),
                text(tier),
                text(industry),
                filter(after),
                limit);
        var found = companies.list(me, query);
        return new CompanyList(
                found.stream().map(CompanyItem::of).toList(),
                found.size() < limit ? null : found.getLast().id());
    }

    /// @param key the same key of the same member is one company
    @POST
    public RestResponse<CompanyItem> create(
            @Valid @NotNull NewCompany input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        boolean known = key != null && companies.used(current.get(), key);
        var details = new CompanyDetails(
                input.name(),
                or(input.description(), ""),
                or(input.notes(), ""),
                or(input.domains(), List.of()),
                input.supportPlan(),
                text(input.health()),
                text(input.tier()),
                day(input.renewalOn()),
                text(input.industry()),
                or(input.fields(), Map.of()));
        var company = companies.create(current.get(), input.space(), details, key);
        return answer(known ? Status.OK : Status.CREATED, company);
    }

    @GET
    @Path("{company}")
    public RestResponse<CompanyItem> one(@RestPath String company) {
        return answer(Status.OK, companies.require(current.get(), id(company)));
    }

    @PATCH
    @Path("{company}")
    public RestResponse<CompanyItem> change(
            @RestPath String company,
            @Valid @NotNull CompanyChange input,
            @HeaderParam("If-Match") @Nullable String match) {
        var before = companies.require(current.get(), id(company));
        var details = new CompanyDetails(
                or(input.name(), before.name()),
                or(input.description(), before.description()),
                or(input.notes(), before.notes()),
                or(input.domains(), before.domains()),
                input.supportPlan() == null ? before.supportPlan() : filter(input.supportPlan()),
                input.health() == null ? before.health() : text(input.health()),
                input.tier() == null ? before.tier() : text(input.tier()),
                input.renewalOn() == null ? before.renewalOn() : day(input.renewalOn()),
                input.industry() == null ? before.industry() : text(input.industry()),
                or(input.fields(), Map.of()));
        return answer(
                Status.OK, companies.change(current.get(), before.id(), details, version(match, before.version())));
    }

    /// Contacts stay without it, tickets keep its name.
    @DELETE
    @Path("{company}")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public void remove(@RestPath String company) {
        companies.remove(current.get(), id(company));
    }

    /// Brings one back that was deleted.
    @POST
    @Path("{company}/restoration")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
    public RestResponse<CompanyItem> restore(@RestPath String company) {
        return answer(Status.OK, companies.restore(current.get(), id(company)));
    }

    private Set<UUID> places(SignedIn me, @Nullable String space) {
        if (space == null || space.isEmpty()) return spaces.inUse(me, Permission.CONTACTS_WORK);
        return Set.of(Ids.read(space).orElseThrow(Refused::notFound));
    }

    private static RestResponse<CompanyItem> answer(Status status, CompanyView company) {
        return RestResponse.ResponseBuilder.create(status, CompanyItem.of(company))
                .tag(String.valueOf(company.version()))
                .build();
    }

    private static <T> T or(@Nullable T told, T otherwise) {
        return told == null ? otherwise : told;
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            throw Refused.invalid("company-renewal-invalid");
        }
    }

    private static @Nullable UUID filter(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        return Ids.read(text).orElseThrow(() -> Refused.invalid("filter-invalid"));
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
