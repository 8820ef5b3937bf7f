package app.lienzo.identity.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/// Keeps the framework from making a map of all resources for every request, a tenth of what a page cost. It puts its
/// own handler of failed sign-ins in place of its default, and while it finds that default there it looks up the path
/// for the metrics of a failure that has not happened (a failure's path is looked up anyway, by the handler before
/// failures). Its handler has no state, so the first one is kept and is there already when it looks.
@ApplicationScoped
class FailedSignIns {
    private @Nullable volatile Object handler;
    private volatile int handlers;

    void register(@Observes Filters filters) {
        // Of one priority, those of the framework come first.
        filters.register(this::before, SecurityHandlerPriorities.AUTHENTICATION);
        filters.register(this::behind, SecurityHandlerPriorities.AUTHENTICATION - 2);
    }

    /// How many the framework has made.
    int handlers() {
        return handlers;
    }

    private void before(RoutingContext request) {
        if (handler != null) request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, handler);
        request.next();
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private void behind(RoutingContext request) {
        Object found = request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        if (found != null && found != handler) {
            handlers++;
            if (found.getClass().getDeclaredFields().length == 0) handler = found;
        }
        request.next();
    }
}
