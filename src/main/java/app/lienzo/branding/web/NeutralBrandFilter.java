package app.lienzo.branding.web;

import app.lienzo.branding.BrandService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Whoever may change the brand can look at any page without it, by `?brand=off`: a brand that makes a page unusable
/// can always be mended.
@ApplicationScoped
class NeutralBrandFilter {
    private final BrandService brands;
    private final CurrentMember current;

    NeutralBrandFilter(BrandService brands, CurrentMember current) {
        this.brands = brands;
        this.current = current;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (!"off".equals(request.getUriInfo().getQueryParameters().getFirst("brand"))) return;
        boolean may = current.find()
                .map(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .orElse(false);
        if (may) brands.show(brands.neutral());
    }
}
