package app.lienzo.domains.web;

import app.lienzo.domains.DomainCheckService;
import app.lienzo.domains.DomainService;
import app.lienzo.domains.DomainView;
import app.lienzo.domains.Findings;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The organization's own names for programs.
@Path("/api/v1/domains")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class DomainApi {
    private final DomainService domains;
    private final DomainCheckService checks;
    private final CurrentMember current;

    DomainApi(DomainService domains, DomainCheckService checks, CurrentMember current) {
        this.domains = domains;
        this.checks = checks;
        this.current = current;
    }

    /// A record that has to be made.
    public record DomainRecord(String type, String name, String value, long ttl) {}

    /// What is wrong, such as `address-elsewhere`, and what it is about.
    public record DomainProblem(String code, String detail) {}

    /// @param state such as `waiting-for-dns`, `issuing`, `active`
    /// @param space whose portal it shows; null for the application
    /// @param problems of the last look; empty when nothing is wrong, or before the first
    public record DomainItem(
            UUID id,
            String host,
            String state,
            boolean primary,
            @Nullable UUID space,
            Instant createdAt,
            @Nullable Instant activeAt,
            @Nullable Instant checkedAt,
            List<DomainRecord> records,
            List<DomainProblem> problems) {}

    /// @param host as it is typed or copied
    /// @param space whose portal it shall show; null for the application
    public record NewDomain(
            @NotNull @Size(max = 2500) String host,
            @Nullable UUID space) {}

    @GET
    public List<DomainItem> list() {
        return domains.all().stream().map(DomainApi::item).toList();
    }

    @GET
    @Path("{id}")
    public DomainItem one(@RestPath String id) {
        return item(domains.require(DomainResource.id(id)));
    }

    @POST
    public Response add(@Valid @NotNull NewDomain input) {
        var added = domains.add(current.get(), input.host(), input.space());
        return Response.status(Response.Status.CREATED).entity(item(added)).build();
    }

    /// Looks at the name now.
    @POST
    @Path("{id}/checks")
    @Consumes(MediaType.WILDCARD)
    public DomainItem check(@RestPath String id) {
        checks.now(DomainResource.id(id));
        return one(id);
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@RestPath String id) {
        domains.remove(current.get(), DomainResource.id(id));
    }

    private static DomainItem item(DomainView domain) {
        return new DomainItem(
                domain.id(),
                domain.host(),
                domain.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                domain.primary(),
                domain.space(),
                domain.createdAt(),
                domain.activeAt(),
                domain.checkedAt(),
                domain.records().stream()
                        .map(record -> new DomainRecord(record.type(), record.name(), record.value(), record.seconds()))
                        .toList(),
                problems(domain.findings()));
    }

    private static List<DomainProblem> problems(@Nullable Findings findings) {
        if (findings == null) return List.of();
        return findings.causes().stream()
                .map(cause -> new DomainProblem(cause.code(), cause.detail()))
                .toList();
    }
}
