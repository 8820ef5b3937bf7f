package app.lienzo.mail.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.ShownMails;
import app.lienzo.mail.ShownMails.Shown;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;

/// The mailbox for trying the product out: every mail that went out. All organizations' on the platform's
/// host, its own on an organization's. In production there is no such page.
@Path("/dev/mail")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class DevMailResource {
    private final ShownMails mails;
    private final Scope scope;

    DevMailResource(ShownMails mails, Scope scope) {
        this.mails = mails;
        this.scope = scope;
    }

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DevMailsPage(List<Shown> mails) implements TemplateInstance {}

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DevMailPage(Shown mail) implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        return new DevMailsPage(everywhere(mails::list).stream()
                .sorted(Comparator.comparing((Shown mail) -> mail.id().toString())
                        .reversed())
                .toList());
    }

    @GET
    @Path("{id}")
    public Response one(@RestPath String id) {
        return Framed.page(200, new DevMailPage(require(id)));
    }

    @GET
    @Path("{id}/html")
    public Response html(@RestPath String id) {
        return Framed.mail(require(id).html());
    }

    private Shown require(String text) {
        UUID id = Ids.read(text).orElseThrow(Refused::notFound);
        return everywhere(() -> mails.find(id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /// What the organizations have whose mails this host shows.
    private List<Shown> everywhere(Supplier<List<Shown>> look) {
        var site = scope.site().filter(_ -> mails.on());
        var found = new ArrayList<Shown>();
        switch (site.orElseThrow(Refused::notFound)) {
            case Site.Platform _ -> scope.forEach(() -> found.addAll(look.get()));
            case Site.App _, Site.Portal _, Site.Coming _, Site.Suspended _ -> {
                if (!mails.onEveryHost()) throw Refused.notFound();
                found.addAll(look.get());
            }
        }
        return found;
    }
}
