package app.lienzo.portalaccess;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Says to all replicas that somebody's access changed: open streams of his end, and when he comes back he is asked
/// anew who he is.
@ApplicationScoped
class PortalAccessChanges {
    private final Signals signals;
    private final Scope scope;

    PortalAccessChanges(Signals signals, Scope scope) {
        this.signals = signals;
        this.scope = scope;
    }

    void tell(UUID contact) {
        signals.tell(PortalAccessService.CHANGED, scope.organization().id() + " " + contact);
    }
}
