package app.lienzo.domains.web;

import app.lienzo.domains.DomainService;
import app.lienzo.domains.DomainView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
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
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The organization's names: all of them, a new one, and which one links begin with.
@Path(DomainResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class DomainResource {
    static final String PATH = "/organization/domains";
    private static final int TYPED_MAX = 2_500;

    private final DomainService domains;
    private final SpaceService spaces;
    private final CurrentMember current;
    private final Languages languages;

    DomainResource(DomainService domains, SpaceService spaces, CurrentMember current, Languages languages) {
        this.domains = domains;
        this.spaces = spaces;
        this.current = current;
        this.languages = languages;
    }

    /// A name in the list.
    record Line(DomainView domain, DomainTexts.Badge badge, String next) {}

    /// @param given the name that came with the account
    /// @param typed what was typed into the form
    /// @param space chosen in it; empty for the application
    @CheckedTemplate(basePath = "domains", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DomainsPage(
            List<Line> lines,
            List<Line> over,
            String given,
            boolean ownPrimary,
            boolean redirects,
            List<SpaceView> spaces,
            String typed,
            String space,
            @Nullable Problem problem,
            boolean saved,
            boolean removed)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestQuery @Nullable String saved, @RestQuery @Nullable String removed) {
        return page("", "", null, saved != null, removed != null);
    }

    @POST
    public Response add(@RestForm @Nullable String host, @RestForm @Nullable String space) {
        var typed = host == null ? "" : SafeText.cut(host, TYPED_MAX);
        var chosen = space == null ? "" : space;
        try {
            var added = domains.add(current.get(), typed, chosen.isBlank() ? null : id(chosen));
            return Pages.seeOther(PATH + "/" + added.id());
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            if (problem.status() == 404) throw refused;
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(typed, chosen, problem, false, false))
                    .build();
        }
    }

    @POST
    @Path("primary/end")
    public Response dropPrimary() {
        domains.dropPrimary(current.get());
        return Pages.seeOther(PATH + "?saved=1");
    }

    @POST
    @Path("redirect")
    public Response redirect(@RestForm @Nullable String redirects) {
        domains.redirect(current.get(), redirects != null);
        return Pages.seeOther(PATH + "?saved=1");
    }

    private DomainsPage page(String typed, String space, @Nullable Problem problem, boolean saved, boolean removed) {
        var texts = new DomainTexts(languages.current());
        var lines = domains.all().stream()
                .map(domain -> new Line(domain, texts.stage(domain.stage()), texts.first(domain)))
                .toList();
        return new DomainsPage(
                lines.stream().filter(line -> line.domain().open()).toList(),
                lines.stream().filter(line -> !line.domain().open()).toList(),
                domains.givenName(),
                lines.stream().anyMatch(line -> line.domain().primary()),
                lines.stream().anyMatch(line -> line.domain().redirects()),
                spaces.of(current.get()),
                typed,
                space,
                problem,
                saved,
                removed);
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }
}
