package app.lienzo.imports.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.imports.ImportCharset;
import app.lienzo.imports.ImportKind;
import app.lienzo.imports.ImportService;
import app.lienzo.imports.ImportView;
import app.lienzo.imports.Target;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.CsvSheet;
import app.lienzo.ui.Uploads;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Imports of contacts and companies from CSV files, step by step as on the pages (FD-3): bring the file, say what its
/// columns are, have it rehearsed, look at what would be left out, start, follow it, fetch what was left out.
@Path(ImportApi.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.CONTACTS_MANAGE)
public class ImportApi {
    static final String PATH = "/api/v1/imports";
    private static final int REJECTS_MAX = 500;

    private final ImportService imports;
    private final RejectTexts texts;
    private final CurrentMember current;

    ImportApi(ImportService imports, RejectTexts texts, CurrentMember current) {
        this.imports = imports;
        this.texts = texts;
        this.current = current;
    }

    public record ImportList(List<ImportItem> items) {}

    /// @param targets from a column's number, from 0, to what it is; columns that are left out are not taken. What is
    ///     possible is told by `GET …/targets`
    public record ColumnMapping(
            @NotNull @Size(min = 1, max = 1_000) Map<@NotNull String, @NotNull String> targets) {}

    /// @param targets names to be used in a mapping; custom fields are `field.` and their key
    public record TargetList(Set<String> targets) {}

    /// @param row its number, the header not counted
    /// @param code of the refusal, for programs
    /// @param detail the same for people
    public record RejectItem(int row, String code, String detail, List<String> cells) {}

    /// @param next send it as `after` for the rows behind this page; null on the last
    public record RejectList(
            List<RejectItem> items, @Nullable Integer next) {}

    /// Newest first, the latest fifty.
    @GET
    public ImportList list() {
        return new ImportList(imports.list(current.get()).stream()
                .map(run -> ImportItem.of(run, List.of()))
                .toList());
    }

    /// Brings a file. It is read, its columns are guessed, and nothing is taken of it yet.
    ///
    /// @param kind `contacts` or `companies`
    /// @param charset how the file is written, by IANA's name, such as `windows-1250`; left out, it is found out
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String charset,
            @RestForm @Nullable String space) {
        var what = kind(kind);
        var written = ImportCharset.said(charset);
        var upload = Uploads.required(file);
        var run = imports.read(
                current.get(), id(space == null ? "" : space), what, written, upload.fileName(), upload.uploadedFile());
        return Response.created(URI.create(PATH + "/" + run.id()))
                .entity(item(run))
                .build();
    }

    /// How far it is.
    @GET
    @Path("{run}")
    public ImportItem one(@RestPath String run) {
        var found = imports.require(current.get(), id(run));
        imports.takeUpIfStale(found);
        return item(found);
    }

    /// What the columns of this file can be.
    @GET
    @Path("{run}/targets")
    public TargetList targets(@RestPath String run) {
        return new TargetList(possible(imports.require(current.get(), id(run))));
    }

    /// Says what the columns are. A rehearsal before it counts no more.
    @PUT
    @Path("{run}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportItem map(@RestPath String run, @Valid @NotNull ColumnMapping input) {
        var me = current.get();
        var found = imports.require(me, id(run));
        var possible = possible(found);
        input.targets().forEach((column, target) -> {
            if (!column.matches("[0-9]{1,4}")
                    || Integer.parseInt(column) >= found.headers().size())
                throw Refused.invalid("import-target-unknown", column);
            if (!possible.contains(target)) throw Refused.invalid("import-target-unknown", target);
        });
        return item(imports.map(me, found.id(), input.targets()));
    }

    /// Tries every row and keeps nothing: the state turns to `checked`, and the rejects tell what would be left out.
    @POST
    @Path("{run}/check")
    public RestResponse<ImportItem> check(@RestPath String run) {
        return RestResponse.status(Status.ACCEPTED, item(imports.check(current.get(), id(run))));
    }

    /// Takes what the file says; it has to be checked before.
    @POST
    @Path("{run}/start")
    public RestResponse<ImportItem> start(@RestPath String run) {
        return RestResponse.status(Status.ACCEPTED, item(imports.start(current.get(), id(run))));
    }

    /// Ends a rehearsal or a run. What was taken until then stays.
    @POST
    @Path("{run}/cancel")
    public ImportItem cancel(@RestPath String run) {
        return item(imports.cancel(current.get(), id(run)));
    }

    /// Rows that were left out, or would be after a rehearsal.
    @GET
    @Path("{run}/rejects")
    public RejectList rejects(
            @RestPath String run, @RestQuery @DefaultValue("0") int after, @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > REJECTS_MAX) throw Refused.invalid("limit-invalid", REJECTS_MAX);
        var found = imports.rejects(imports.require(current.get(), id(run)), after, limit);
        return new RejectList(
                found.stream()
                        .map(left -> new RejectItem(left.row(), left.code(), texts.reason(left), left.cells()))
                        .toList(),
                found.size() < limit ? null : found.getLast().row());
    }

    /// The same as a file that can be mended and imported again.
    @GET
    @Path("{run}/rejects.csv")
    @Produces(CsvSheet.MEDIA_TYPE)
    public Response sheet(@RestPath String run) {
        var me = current.get();
        me.requireHimself();
        return texts.sheet(imports.require(me, id(run)));
    }

    private ImportItem item(ImportView run) {
        return ImportItem.of(run, run.state().over() ? List.of() : imports.preview(run));
    }

    private Set<String> possible(ImportView run) {
        var possible = new HashSet<String>();
        Target.of(run.kind()).forEach(target -> possible.add(target.code()));
        imports.fields(run).forEach(field -> possible.add(Target.FIELD + field.key()));
        return new TreeSet<>(possible);
    }

    private static ImportKind kind(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "contacts" -> ImportKind.CONTACTS;
            case "companies" -> ImportKind.COMPANIES;
            default -> throw Refused.invalid("import-kind-unknown");
        };
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
