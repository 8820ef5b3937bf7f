package app.lienzo.oversight.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.oversight.EntryQuery;
import app.lienzo.oversight.EntryView;
import app.lienzo.oversight.OversightService;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The audit trail for programs. Days are those of UTC.
@Path("/api/v1/audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.AUDIT_SEE)
public class AuditApi {
    private final OversightService oversight;
    private final CurrentMember current;

    AuditApi(OversightService oversight, CurrentMember current) {
        this.oversight = oversight;
        this.current = current;
    }

    /// @param next send it as `after` for the page behind this one; null on the last
    public record AuditList(List<EntryView> items, @Nullable String next) {}

    @GET
    public AuditList list(AuditWish wish, @RestQuery @DefaultValue("50") int limit) {
        var found = oversight.page(current.get(), wish.query(ZoneOffset.UTC, limit));
        var next = found.size() < limit
                ? null
                : EntryQuery.Place.of(found.getLast()).cursor();
        return new AuditList(found, next);
    }
}
