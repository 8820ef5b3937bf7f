package app.lienzo.identity.web;

import app.lienzo.identity.ApiTokenService;
import app.lienzo.identity.ApiTokenService.TokenView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.TokenReach;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// One's own tokens, for programs that look after their tokens themselves.
@Path("/api/v1/tokens")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class TokenApi {
    private final ApiTokenService tokens;
    private final CurrentMember current;

    TokenApi(ApiTokenService tokens, CurrentMember current) {
        this.tokens = tokens;
        this.current = current;
    }

    /// A token to be made.
    ///
    /// @param permissions rows of the permission table it is limited to; absent for all its member has
    /// @param endsAt absent for one without end
    public record WantedToken(
            @NotBlank @Size(max = 80) String name,
            @Nullable List<@NotNull Permission> permissions,
            boolean readOnly,
            @Nullable Instant endsAt) {}

    /// @param permissions absent for all its member has
    /// @param usedAt when it last opened a door; absent for never
    public record AccessToken(
            UUID id,
            String name,
            @Nullable List<Permission> permissions,
            boolean readOnly,
            Instant createdAt,
            @Nullable Instant endsAt,
            @Nullable Instant usedAt) {
        static AccessToken of(TokenView token) {
            var permissions = token.reach().permissions();
            return new AccessToken(
                    token.id(),
                    token.name(),
                    permissions == null ? null : permissions.stream().sorted().toList(),
                    token.reach().readOnly(),
                    token.createdAt(),
                    token.endsAt(),
                    token.usedAt());
        }
    }

    /// @param secret shown this once; send it as `Authorization: Bearer …`
    public record NewAccessToken(String secret, AccessToken token) {}

    @GET
    public List<AccessToken> list() {
        return tokens.of(current.get()).stream().map(AccessToken::of).toList();
    }

    /// Makes a token that reaches no further than who asks, in rights and in time.
    @POST
    public RestResponse<NewAccessToken> create(@Valid @NotNull WantedToken wanted) {
        var permissions = wanted.permissions();
        var made = tokens.create(
                current.get(),
                wanted.name(),
                new TokenReach(permissions == null ? null : Set.copyOf(permissions), wanted.readOnly()),
                wanted.endsAt());
        return RestResponse.status(
                Response.Status.CREATED, new NewAccessToken(made.secret(), AccessToken.of(made.token())));
    }

    @DELETE
    @Path("{id}")
    public void end(@RestPath String id) {
        tokens.end(current.get(), Ids.read(id).orElseThrow(Refused::notFound));
    }
}
