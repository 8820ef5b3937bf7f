package app.lienzo.oversight.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.oversight.EntryQuery;
import app.lienzo.oversight.EntryView;
import app.lienzo.oversight.OversightService;
import app.lienzo.ui.CsvSheet;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The audit trail for an Owner: looking, and taking it along.
@Path("/organization/audit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.AUDIT_SEE)
public class AuditResource {
    private static final int PAGE = 50;

    private final OversightService oversight;
    private final CurrentMember current;
    private final Languages languages;

    AuditResource(OversightService oversight, CurrentMember current, Languages languages) {
        this.oversight = oversight;
        this.current = current;
        this.languages = languages;
    }

    /// An entry in words.
    record Line(EntryView entry, String action, String subject) {}

    /// @param next where the next page begins; null at the end
    @CheckedTemplate(basePath = "oversight", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuditPage(
            AuditWish wish,
            List<Line> lines,
            List<AuditWords.Choice> actions,
            List<AuditWords.Choice> subjects,
            @Nullable String next,
            @Nullable Problem problem)
            implements TemplateInstance {}

    @GET
    public Object page(AuditWish wish) {
        var me = current.get();
        try {
            var found = oversight.page(me, wish.query(zone(me), PAGE));
            var next = found.size() < PAGE
                    ? null
                    : EntryQuery.Place.of(found.getLast()).cursor();
            return page(wish, found, next, null);
        } catch (Refused refused) {
            return Pages.unprocessable(page(wish, List.of(), null, Problem.of(refused, languages.current(), "")));
        }
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(AuditWish wish) {
        var me = current.get();
        var language = languages.current();
        var words = MessageBundles.get(OversightMessages.class, Localized.Literal.of(language.getLanguage()));
        var sheet = new CsvSheet(List.of(
                words.when(), words.who(), words.what(), words.code(), words.kind(), words.subject(), words.where()));
        oversight.export(me, wish.query(zone(me), EntryQuery.LIMIT_MAX), entry -> sheet.add(cells(entry, language)));
        return Response.ok(sheet.bytes(), CsvSheet.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private AuditPage page(AuditWish wish, List<EntryView> found, @Nullable String next, @Nullable Problem problem) {
        var language = languages.current();
        return new AuditPage(
                wish,
                found.stream()
                        .map(entry -> new Line(
                                entry,
                                AuditWords.action(entry.action(), language),
                                AuditWords.subject(entry.subject(), language)))
                        .toList(),
                AuditWords.actions(language),
                AuditWords.subjects(language),
                next,
                problem);
    }

    private static List<String> cells(EntryView entry, Locale language) {
        return List.of(
                entry.at().toString(),
                entry.actor(),
                AuditWords.action(entry.action(), language),
                entry.action(),
                AuditWords.subject(entry.subject(), language),
                entry.subjectName() != null
                        ? entry.subjectName()
                        : entry.subjectId() == null ? "" : entry.subjectId().toString(),
                entry.address() == null ? "" : entry.address());
    }

    private static ZoneId zone(SignedIn me) {
        try {
            return me.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(me.timeZone());
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
