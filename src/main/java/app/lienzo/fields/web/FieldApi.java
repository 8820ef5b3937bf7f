package app.lienzo.fields.web;

import app.lienzo.fields.FieldDraft;
import app.lienzo.fields.FieldKind;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Custom fields for programs: which keys there are, and what fits them.
@Path("/api/v1/fields")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FieldApi {
    private final FieldService fields;
    private final CurrentMember current;

    FieldApi(FieldService fields, CurrentMember current) {
        this.fields = fields;
        this.current = current;
    }

    /// @param subject `contact`, `company`, `ticket`
    /// @param key what its values lie under
    /// @param kind `text`, `number`, `date`, `choice`, `checkbox`
    /// @param defaultValue what counts when nothing is said, as it would be typed
    public record FieldItem(
            UUID id,
            UUID space,
            String subject,
            String key,
            String label,
            String kind,
            List<String> options,
            boolean required,
            @Nullable String defaultValue,
            boolean inPortal) {
        static FieldItem of(FieldView field) {
            return new FieldItem(
                    field.id(),
                    field.space(),
                    field.subject().name().toLowerCase(Locale.ROOT),
                    field.key(),
                    field.label(),
                    field.kind().name().toLowerCase(Locale.ROOT),
                    field.options(),
                    field.required(),
                    field.defaultValue(),
                    field.inPortal());
        }
    }

    public record NewField(
            @NotNull UUID space,
            @NotNull @Size(max = 20) String subject,
            @NotNull @Size(max = 200) String label,
            @NotNull @Size(max = 20) String kind,
            @Size(max = 200) @Nullable List<@NotNull String> options,
            @Nullable Boolean required,
            @Size(max = 2000) @Nullable String defaultValue,
            @Nullable Boolean inPortal) {}

    /// What is left out stays as it is; an empty default takes it away.
    public record FieldChange(
            @Size(max = 200) @Nullable String label,
            @Size(max = 200) @Nullable List<@NotNull String> options,
            @Nullable Boolean required,
            @Size(max = 2000) @Nullable String defaultValue,
            @Nullable Boolean inPortal) {}

    /// In their order.
    @GET
    @PermissionsAllowed(Permission.Name.CONTACTS_WORK)
    public List<FieldItem> list(@RestQuery @Nullable String space, @RestQuery @Nullable String subject) {
        var place = id(space == null ? "" : space);
        current.get().require(Permission.CONTACTS_WORK, place);
        return fields.of(place, subject(subject == null ? "" : subject)).stream()
                .map(FieldItem::of)
                .toList();
    }

    @GET
    @Path("{field}")
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<FieldItem> one(@RestPath String field) {
        return answer(Status.OK, fields.require(current.get(), id(field)));
    }

    @POST
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<FieldItem> create(@Valid @NotNull NewField input) {
        var draft = new FieldDraft(
                input.label(),
                kind(input.kind()),
                input.options() == null ? List.of() : input.options(),
                Boolean.TRUE.equals(input.required()),
                input.defaultValue(),
                Boolean.TRUE.equals(input.inPortal()));
        return answer(Status.CREATED, fields.create(current.get(), input.space(), subject(input.subject()), draft));
    }

    @PATCH
    @Path("{field}")
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public RestResponse<FieldItem> change(
            @RestPath String field,
            @Valid @NotNull FieldChange input,
            @HeaderParam("If-Match") @Nullable String match) {
        var before = fields.require(current.get(), id(field));
        var draft = new FieldDraft(
                input.label() == null ? before.label() : input.label(),
                before.kind(),
                input.options() == null ? before.options() : input.options(),
                input.required() == null ? before.required() : input.required(),
                input.defaultValue() == null ? before.defaultValue() : input.defaultValue(),
                input.inPortal() == null ? before.inPortal() : input.inPortal());
        return answer(Status.OK, fields.change(current.get(), before.id(), draft, version(match, before.version())));
    }

    /// Its values are kept.
    @DELETE
    @Path("{field}")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
    public void remove(@RestPath String field) {
        fields.remove(current.get(), id(field));
    }

    private static RestResponse<FieldItem> answer(Status status, FieldView field) {
        return RestResponse.ResponseBuilder.create(status, FieldItem.of(field))
                .tag(String.valueOf(field.version()))
                .build();
    }

    private static FieldSubject subject(String name) {
        try {
            return FieldSubject.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Refused.invalid("filter-invalid");
        }
    }

    private static FieldKind kind(String name) {
        try {
            return FieldKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Refused.invalid("input-invalid");
        }
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
