package app.lienzo.sender.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.sender.Finding;
import app.lienzo.sender.SenderEvent;
import app.lienzo.sender.SenderKey;
import app.lienzo.sender.SenderService;
import app.lienzo.sender.SenderView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.Words;
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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether the world believes the organization's sender: what is in DNS beside what should be.
@Path("/organization/mail/sender")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class SenderResource {
    private static final String HERE = "/organization/mail/sender";
    private static final String WORDS = "sender";

    private final SenderService senders;
    private final CurrentMember current;
    private final Languages languages;

    SenderResource(SenderService senders, CurrentMember current, Languages languages) {
        this.senders = senders;
        this.current = current;
        this.languages = languages;
    }

    /// A finding in words.
    ///
    /// @param id of the part of the page that shows it
    /// @param key of which it tells; null where it is about none
    record Line(
            String id,
            Finding finding,
            String text,
            @Nullable SenderKey key) {}

    record Change(SenderEvent event, String text) {}

    /// @param problem why the last wish was not granted
    @CheckedTemplate(basePath = "sender", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SenderPage(
            SenderView sender,
            List<Line> lines,
            List<Change> changes,
            @Nullable Problem problem) implements TemplateInstance {}

    /// As it was found last: to read it asks nobody and changes nothing.
    @GET
    public TemplateInstance page() {
        return page(senders.get(), null);
    }

    /// Asks DNS, unless that was done a moment ago. The page that is open does so by itself until all is settled.
    @POST
    @Path("check")
    public Response check() {
        senders.look();
        return Pages.seeOther(HERE);
    }

    @POST
    @Path("keys")
    public Response rotate() {
        return granted(() -> senders.rotate(current.get()));
    }

    @POST
    @Path("keys/drop")
    public Response drop() {
        return granted(() -> senders.drop(current.get()));
    }

    private Response granted(Runnable wish) {
        try {
            wish.run();
            return Pages.seeOther(HERE + "#keys");
        } catch (Refused refused) {
            var page = page(senders.get(), Problem.of(refused, languages.current(), ""));
            return Response.status(Problem.status(refused.refusal()))
                    .entity(page)
                    .build();
        }
    }

    private SenderPage page(SenderView sender, @Nullable Problem problem) {
        var language = languages.current();
        var lines = sender.findings().stream()
                .map(finding -> line(sender, finding, language))
                .toList();
        var changes = sender.events().stream()
                .map(event -> new Change(event, Words.text(WORDS, language, event.reason())))
                .toList();
        return new SenderPage(sender, lines, changes, problem);
    }

    private static Line line(SenderView sender, Finding finding, Locale language) {
        var key = sender.keys().stream()
                .filter(known -> known.record().equals(finding.record()))
                .findFirst()
                .orElse(null);
        var id = key == null ? finding.proof().name().toLowerCase(Locale.ROOT) : key.selector();
        return new Line(id, finding, Words.text(WORDS, language, finding.reason()), key);
    }
}
