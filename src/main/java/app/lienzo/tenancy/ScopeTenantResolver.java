package app.lienzo.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/// The first lock: Hibernate's discriminator. Outside of a scope the tenant is one that owns nothing.
@PersistenceUnitExtension
@ApplicationScoped
class ScopeTenantResolver implements TenantResolver {
    private static final String NOBODY = "";

    private final Scope scope;

    ScopeTenantResolver(Scope scope) {
        this.scope = scope;
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return scope.find().map(OrganizationView::id).orElse(NOBODY);
    }
}
