package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Refused;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Sign-in for programs: a token for a user name and a password, and who that token is.
@Path("/api/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionApi {
    private final SessionService sessions;
    private final CurrentMember current;

    SessionApi(SessionService sessions, CurrentMember current) {
        this.sessions = sessions;
        this.current = current;
    }

    /// What a program sends to sign in.
    public record Credentials(
            @NotBlank @Size(max = 200) String userName,
            @NotBlank @Size(max = 1000) String password) {}

    /// @param token send it as `Authorization: Bearer …`
    public record Token(String token, Instant endsAt) {}

    /// The member behind a token, with what he may do in the organization and the spaces he works in.
    public record Self(
            UUID id,
            String userName,
            String name,
            OrganizationRole role,
            Set<Permission> permissions,
            Map<UUID, SpaceRole> spaces) {}

    @POST
    @Path("sessions")
    @PermitAll
    public RestResponse<Token> signIn(
            @Valid @NotNull Credentials credentials,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            HttpServerRequest request) {
        var session = sessions.signIn(
                credentials.userName(),
                credentials.password(),
                request.remoteAddress().hostAddress(),
                userAgent == null ? "API" : userAgent);
        if (session.next() != null) throw Refused.forbidden("sign-in-needs-browser");
        return RestResponse.status(Response.Status.CREATED, new Token(session.token(), session.endsAt()));
    }

    @DELETE
    @Path("sessions/current")
    @PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
    public void signOut() {
        sessions.end(current.get(), current.get().session());
    }

    @GET
    @Path("me")
    @PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
    public Self self() {
        var me = current.get();
        var permissions = new TreeSet<Permission>();
        for (var permission : Permission.values()) if (me.may(permission)) permissions.add(permission);
        return new Self(me.member(), me.userName(), me.name(), me.role(), permissions, me.spaces());
    }
}
