package app.lienzo.samples.web;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Site;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;

/// A shop on another origin than the organizations' own, to try the chat on: only where samples are
/// loaded, only on the platform's host.
@Path("/sample-shop")
@RunOnVirtualThread
@PermitAll
public class ShopResource {
    /// It is somebody else's page: its style is inside it, and the widget comes from an organization's host.
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src %1$s; connect-src %1$s; img-src %1$s data:";

    private final boolean loaded;
    private final Scope scope;
    private final OrganizationService organizations;
    private final Links links;

    ShopResource(
            @ConfigProperty(name = "lienzo.samples") Optional<String> folder,
            Scope scope,
            OrganizationService organizations,
            Links links) {
        this.loaded = folder.isPresent();
        this.scope = scope;
        this.organizations = organizations;
        this.links = links;
    }

    /// @param organization slug of the sample whose chat the shop uses
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response shop(@RestQuery @DefaultValue("aurora") String organization) {
        if (!loaded || !(scope.site().orElse(null) instanceof Site.Platform)) throw Refused.notFound();
        var seller = organizations.named(organization).orElseThrow(Refused::notFound);
        var origin = scope.call(seller, links::origin);
        var snippet = "<script src=\"%s/widget.js\" data-channel=\"%s-chat\" async></script>"
                .formatted(origin, seller.slug());
        return Response.ok(page().replace("<!--snippet-->", snippet))
                .header("Content-Security-Policy", POLICY.formatted(origin))
                .build();
    }

    private static String page() {
        try (var stream = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("samples/shop.html"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
