package app.lienzo.fields.web;

import app.lienzo.fields.FieldKind;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The custom fields of a space, for whoever may change its settings.
@Path("/organization/spaces/{id}/fields")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.SPACE_SETTINGS)
public class FieldResource {
    private final FieldService fields;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;

    FieldResource(FieldService fields, SpaceService spaces, CurrentMember current, Languages languages) {
        this.fields = fields;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
    }

    record Group(FieldSubject subject, List<FieldView> fields) {}

    @CheckedTemplate(basePath = "fields", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FieldsPage(
            SpaceView space, List<Group> groups, @Nullable FieldView gone, String done) implements TemplateInstance {}

    /// @param field null for a new one
    /// @param bad the input that is wrong; empty for none in particular
    @CheckedTemplate(basePath = "fields", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FieldPage(
            SpaceView space,
            FieldSubject subject,
            @Nullable FieldView field,
            FieldForm form,
            int version,
            List<FieldKind> kinds,
            String bad,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @RestPath String id, @RestQuery @Nullable String done, @RestQuery @Nullable String removed) {
        var me = current.get();
        var space = spaces.require(me, id(id));
        var groups = Arrays.stream(FieldSubject.values())
                .map(subject -> new Group(subject, fields.list(me, space.id(), subject)))
                .toList();
        var gone = Optional.ofNullable(removed)
                .flatMap(Ids::read)
                .flatMap(field -> fields.removed(me, field))
                .filter(field -> field.space().equals(space.id()))
                .orElse(null);
        return new FieldsPage(space, groups, gone, done == null ? "" : done);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh(@RestPath String id, @RestQuery @Nullable String subject) {
        var space = spaces.require(current.get(), id(id));
        return page(space, subject(subject), null, FieldForm.EMPTY, 0, null);
    }

    @POST
    public Response create(@RestPath String id, @BeanParam FieldForm form, @RestForm @Nullable String subject) {
        var me = current.get();
        var space = spaces.require(me, id(id));
        try {
            fields.create(me, space.id(), subject(subject), form.draft());
            return done(space, "done=created");
        } catch (Refused refused) {
            return Pages.unprocessable(page(space, subject(subject), null, form, 0, refused));
        }
    }

    @GET
    @Path("{field}")
    public TemplateInstance one(@RestPath String id, @RestPath String field) {
        var space = spaces.require(current.get(), id(id));
        var found = of(space, field);
        return page(space, found.subject(), found, FieldForm.of(found), found.version(), null);
    }

    @POST
    @Path("{field}")
    public Response change(
            @RestPath String id, @RestPath String field, @BeanParam FieldForm form, @RestForm int version) {
        var me = current.get();
        var space = spaces.require(me, id(id));
        var found = of(space, field);
        try {
            fields.change(me, found.id(), form.draft(), version);
            return done(space, "done=saved");
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            return Pages.unprocessable(page(space, found.subject(), found, form, version, refused));
        }
    }

    @POST
    @Path("{field}/place")
    public Response order(@RestPath String id, @RestPath String field, @RestForm @Nullable String direction) {
        var space = spaces.require(current.get(), id(id));
        fields.order(current.get(), of(space, field).id(), "up".equals(direction));
        return Pages.seeOther("/organization/spaces/" + space.id() + "/fields");
    }

    @POST
    @Path("{field}/removal")
    public Response remove(@RestPath String id, @RestPath String field) {
        var space = spaces.require(current.get(), id(id));
        var found = of(space, field);
        fields.remove(current.get(), found.id());
        return done(space, "removed=" + found.id());
    }

    @POST
    @Path("{field}/restore")
    public Response restore(@RestPath String id, @RestPath String field) {
        var me = current.get();
        var space = spaces.require(me, id(id));
        var gone = fields.removed(me, id(field))
                .filter(one -> one.space().equals(space.id()))
                .orElseThrow(Refused::notFound);
        fields.restore(me, gone.id());
        return done(space, "done=restored");
    }

    /// A field of another space is none of this one.
    private FieldView of(SpaceView space, String field) {
        var found = fields.require(current.get(), id(field));
        if (!found.space().equals(space.id())) throw Refused.notFound();
        return found;
    }

    private FieldPage page(
            SpaceView space,
            FieldSubject subject,
            @Nullable FieldView field,
            FieldForm form,
            int version,
            @Nullable Refused refused) {
        var bad = refused == null
                ? ""
                : switch (refused.refusal().code()) {
                    case "field-label-missing" -> "label";
                    case "field-options-missing", "field-options-too-many" -> "options";
                    case "field-default-invalid" -> "usual";
                    default -> "";
                };
        return new FieldPage(
                space,
                subject,
                field,
                form,
                version,
                List.of(FieldKind.values()),
                bad,
                refused == null ? null : Problem.of(refused, languages.current(), ""));
    }

    private static Response done(SpaceView space, String what) {
        return Pages.seeOther("/organization/spaces/" + space.id() + "/fields?" + what);
    }

    private static FieldSubject subject(@Nullable String name) {
        return Arrays.stream(FieldSubject.values())
                .filter(subject -> subject.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(FieldSubject.CONTACT);
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
