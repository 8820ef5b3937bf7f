package app.lienzo.domains.web;

import app.lienzo.domains.DomainService;
import app.lienzo.domains.DomainView;
import app.lienzo.kernel.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// The records of a name, for whoever manages its zone and has no account here.
@Path(InstructionResource.PATH + "/{id}/{key}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class InstructionResource {
    static final String PATH = "/domain-records";

    private final DomainService domains;

    InstructionResource(DomainService domains) {
        this.domains = domains;
    }

    @CheckedTemplate(basePath = "domains", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InstructionsPage(DomainView domain) implements TemplateInstance {}

    static String path(UUID id, String key) {
        return PATH + "/" + id + "/" + key;
    }

    @GET
    public TemplateInstance show(@RestPath String id, @RestPath String key) {
        return new InstructionsPage(
                domains.instructions(DomainResource.id(id), key).orElseThrow(Refused::notFound));
    }
}
