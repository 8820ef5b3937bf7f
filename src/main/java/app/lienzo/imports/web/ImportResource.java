package app.lienzo.imports.web;

import app.lienzo.fields.FieldView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.imports.ImportService;
import app.lienzo.imports.ImportState;
import app.lienzo.imports.ImportView;
import app.lienzo.imports.Target;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.ui.CsvSheet;
import app.lienzo.ui.FormFields;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// One import from a file, step by step after the file was read: its columns, a rehearsal, the run, what was left out.
@Path("/imports")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
public class ImportResource {
    private static final String COLUMN = "column.";
    private static final int REJECTS_SHOWN = 50;

    private final ImportService imports;
    private final RejectTexts texts;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;

    ImportResource(
            ImportService imports, RejectTexts texts, SpaceService spaces, CurrentMember current, Languages languages) {
        this.imports = imports;
        this.texts = texts;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
    }

    /// A column with what it may be.
    ///
    /// @param samples what stands in it
    record Column(int number, String header, String target, List<String> samples) {}

    /// A row that was left out.
    record Left(int row, String reason, String cells) {}

    @CheckedTemplate(basePath = "imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPage(
            ImportView run,
            String space,
            List<Column> columns,
            List<Target> targets,
            List<FieldView> fields,
            List<Left> left,
            @Nullable String failure,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "imports", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GoingPart(ImportView run) implements TemplateInstance {}

    @GET
    @Path("{run}")
    public TemplateInstance one(@RestPath String run) {
        var found = imports.require(current.get(), id(run));
        imports.takeUpIfStale(found);
        return page(found, null, null);
    }

    /// For the page that shows how far it is; when it is over, the whole page anew.
    @GET
    @Path("{run}/progress")
    public Response progress(@RestPath String run) {
        var found = imports.require(current.get(), id(run));
        imports.takeUpIfStale(found);
        if (found.state().going()) return Response.ok(new GoingPart(found)).build();
        return Response.noContent().header("HX-Refresh", "true").build();
    }

    @POST
    @Path("{run}/check")
    public Response check(@RestPath String run) {
        var me = current.get();
        var columns = FormFields.under(COLUMN);
        try {
            return seen(imports.check(me, id(run), columns));
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            return Pages.unprocessable(page(imports.require(me, id(run)), columns, problem(refused)));
        }
    }

    @POST
    @Path("{run}/start")
    public Response start(@RestPath String run) {
        var me = current.get();
        try {
            return seen(imports.start(me, id(run)));
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.NotFound) throw refused;
            return Pages.unprocessable(page(imports.require(me, id(run)), null, problem(refused)));
        }
    }

    @POST
    @Path("{run}/cancel")
    public Response cancel(@RestPath String run) {
        return seen(imports.cancel(current.get(), id(run)));
    }

    /// What was left out, with the reason in the last column: mended, it can be imported as it is.
    @GET
    @Path("{run}/rejects.csv")
    @Produces(CsvSheet.MEDIA_TYPE)
    public Response rejects(@RestPath String run) {
        var me = current.get();
        me.requireHimself();
        return texts.sheet(imports.require(me, id(run)));
    }

    private ImportPage page(ImportView run, @Nullable Map<String, String> typed, @Nullable Problem problem) {
        var rows = run.state() == ImportState.READ || run.state() == ImportState.CHECKED
                ? imports.preview(run)
                : List.<List<String>>of();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < run.headers().size() && !rows.isEmpty(); i++) {
            int at = i;
            var target = typed == null ? run.mapping().getOrDefault(i, "") : typed.getOrDefault(String.valueOf(i), "");
            var samples = rows.stream()
                    .map(row -> row.get(at))
                    .filter(cell -> !cell.isEmpty())
                    .limit(3)
                    .toList();
            columns.add(new Column(i, run.headers().get(i), target, samples));
        }
        var left = imports.rejects(run, 0, REJECTS_SHOWN).stream()
                .map(reject -> new Left(reject.row(), texts.reason(reject), String.join(" · ", reject.cells())))
                .toList();
        return new ImportPage(
                run,
                ImportsResource.space(spaces.of(current.get()), run.space()),
                columns,
                Target.of(run.kind()),
                imports.fields(run),
                left,
                run.problem() == null
                        ? null
                        : Problem.of(422, run.problem(), languages.current(), "")
                                .detail(),
                problem);
    }

    private Problem problem(Refused refused) {
        return Problem.of(refused, languages.current(), "");
    }

    private static Response seen(ImportView run) {
        return Pages.seeOther("/imports/" + run.id());
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
