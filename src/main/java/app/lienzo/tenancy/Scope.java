package app.lienzo.tenancy;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The ambient organization. Entered once, at the edge: by the host filter for a request, by [#call]
/// for jobs, streams and tests. Everything else only reads it; it is never a parameter.
@ApplicationScoped
public class Scope {
    private static final String SITE = "lienzo.site";
    private static final String ADDRESS = "lienzo.address";
    private static final ScopedValue<OrganizationView> ENTERED = ScopedValue.newInstance();

    private final Organizations organizations;

    Scope(Organizations organizations) {
        this.organizations = organizations;
    }

    /// The organization this work is done for.
    ///
    /// @throws IllegalStateException outside of any scope: a programming error, and the work stops
    ///     before it begins
    public OrganizationView organization() {
        return find().orElseThrow(() -> new IllegalStateException("No organization in scope"));
    }

    public Optional<OrganizationView> find() {
        return Optional.ofNullable(current());
    }

    /// The site of the request at hand; nothing outside of a request.
    public Optional<Site> site() {
        return Optional.ofNullable(siteOfRequest());
    }

    /// The network address the request at hand came from; nothing outside of a request.
    public Optional<String> address() {
        var context = Vertx.currentContext();
        return context == null || !VertxContext.isDuplicatedContext(context)
                ? Optional.empty()
                : Optional.ofNullable(context.getLocal(ADDRESS));
    }

    /// Does `work` for an organization.
    public <T> T call(OrganizationView organization, Callable<T> work) {
        try {
            return ScopedValue.where(ENTERED, organization).call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(OrganizationView organization, Runnable work) {
        ScopedValue.where(ENTERED, organization).run(work);
    }

    /// Does `work` for the organization with this id, as jobs carry it.
    ///
    /// @throws IllegalStateException when there is no such organization
    public <T> T call(String organizationId, Callable<T> work) {
        var organization = organizations
                .find(organizationId)
                .orElseThrow(() -> new IllegalStateException("No such organization: " + organizationId));
        return call(organization, work);
    }

    /// Does `work` once in the scope of every organization.
    public void forEach(Runnable work) {
        organizations.all().forEach(organization -> run(organization, work));
    }

    /// Called by the host filter only.
    static void enter(Site site, String address) {
        var context = Vertx.currentContext();
        if (context == null || !VertxContext.isDuplicatedContext(context)) {
            throw new IllegalStateException("A request has a context of its own");
        }
        context.putLocal(SITE, site);
        context.putLocal(ADDRESS, address);
    }

    private static @Nullable OrganizationView current() {
        if (ENTERED.isBound()) return ENTERED.get();
        var site = siteOfRequest();
        return site == null ? null : site.organization();
    }

    private static @Nullable Site siteOfRequest() {
        Context context = Vertx.currentContext();
        return context == null || !VertxContext.isDuplicatedContext(context) ? null : context.getLocal(SITE);
    }
}
