package app.lienzo.spaces.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceSettings;
import app.lienzo.spaces.SpaceView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Spaces for programs.
@Path("/api/v1/spaces")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpaceApi {
    private static final String OF_ORGANIZATION = "organization";

    private final SpaceService spaces;
    private final CurrentMember current;

    SpaceApi(SpaceService spaces, CurrentMember current) {
        this.spaces = spaces;
        this.current = current;
    }

    /// @param role what the asking member is there
    /// @param vocabulary `service-provider`, `internal-it` or `organization` for its own
    /// @param language `es`, `en`, `pt` or `organization` for its own
    public record SpaceItem(
            UUID id, String slug, String name, SpaceRole role, String vocabulary, String language, boolean archived) {}

    /// @param slug null for what the name suggests
    public record NewSpace(
            @NotNull @Size(max = 500) String name,
            @Size(max = 100) @Nullable String slug,
            @Size(max = 40) @Nullable String vocabulary,
            @Size(max = 40) @Nullable String language) {}

    /// What is left out stays as it is.
    public record SpaceChange(
            @Size(max = 500) @Nullable String name,
            @Size(max = 40) @Nullable String vocabulary,
            @Size(max = 40) @Nullable String language,
            @Nullable Boolean archived) {}

    @GET
    @PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
    public List<SpaceItem> list() {
        return spaces.of(current.get()).stream().map(this::item).toList();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<SpaceItem> one(@RestPath String id) {
        return answer(Status.OK, spaces.require(current.get(), id(id)));
    }

    @POST
    @PermissionsAllowed(Permission.Name.SPACES_CREATE)
    public RestResponse<SpaceItem> create(@Valid @NotNull NewSpace input) {
        var settings = new SpaceSettings(input.name(), null, null);
        var created = spaces.create(
                current.get(), input.slug(), merged(settings, input.name(), input.vocabulary(), input.language()));
        return answer(Status.CREATED, created);
    }

    /// Changes what is sent; in one transaction with taking it out of use or back.
    @PATCH
    @Path("{id}")
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<SpaceItem> change(
            @RestPath String id, @Valid @NotNull SpaceChange input, @HeaderParam("If-Match") @Nullable String match) {
        var me = current.get();
        var space = spaces.require(me, id(id));
        var before = new SpaceSettings(space.name(), space.vocabulary(), space.language());
        var after = merged(before, input.name(), input.vocabulary(), input.language());
        var version = match == null || match.equals("*") ? space.version() : version(match);
        return answer(Status.OK, spaces.change(me, space.id(), after, input.archived(), version));
    }

    private static SpaceSettings merged(
            SpaceSettings before, @Nullable String name, @Nullable String vocabulary, @Nullable String language) {
        return new SpaceSettings(
                name == null ? before.name() : name,
                vocabulary == null ? before.vocabulary() : read(vocabulary, SpaceForm.vocabulary(vocabulary)),
                language == null ? before.language() : read(language, SpaceForm.language(language)));
    }

    private static <T> @Nullable T read(String written, @Nullable T read) {
        if (read == null && !written.equals(OF_ORGANIZATION)) throw Refused.invalid("input-invalid");
        return read;
    }

    private RestResponse<SpaceItem> answer(Status status, SpaceView space) {
        return RestResponse.ResponseBuilder.create(status, item(space))
                .tag(String.valueOf(space.version()))
                .build();
    }

    /// Whoever made a space a moment ago runs it.
    private SpaceItem item(SpaceView space) {
        var vocabulary = space.vocabulary();
        return new SpaceItem(
                space.id(),
                space.slug(),
                space.name(),
                Objects.requireNonNullElse(current.get().spaces().get(space.id()), SpaceRole.MANAGER),
                vocabulary == null
                        ? OF_ORGANIZATION
                        : vocabulary.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                space.language() == null ? OF_ORGANIZATION : space.language(),
                space.archived());
    }

    /// A number that nothing has for what is no tag of ours.
    private static int version(String match) {
        var digits = match.replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
