package app.lienzo.branding;

import app.lienzo.audit.AuditTrail;
import app.lienzo.files.FileService;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to what a space's portal has of its own. Whoever may change the space's settings may change it; it counts
/// at once.
@ApplicationScoped
@Transactional
public class SpaceBrandService {
    private final SpaceBrands spaces;
    private final FileService files;
    private final AuditTrail audit;
    private final Signals signals;
    private final Scope scope;

    SpaceBrandService(SpaceBrands spaces, FileService files, AuditTrail audit, Signals signals, Scope scope) {
        this.spaces = spaces;
        this.files = files;
        this.audit = audit;
        this.signals = signals;
        this.scope = scope;
    }

    /// @throws app.lienzo.kernel.Refused as [SignedIn#require]
    public SpaceBrand of(SignedIn me, UUID space) {
        me.require(Permission.SPACE_SETTINGS, space);
        return spaces.find(space).orElse(SpaceBrand.NONE);
    }

    /// @throws app.lienzo.kernel.Refused `brand-color-invalid`, or as [SignedIn#require]
    public void change(SignedIn me, UUID space, SpaceBrand wanted) {
        var before = of(me, space);
        var after = wanted.checked();
        if (after.equals(before)) return;
        if (after.empty()) spaces.remove(space);
        else spaces.save(space, after);
        forget(before.logo(), after.logo());
        forget(before.logoDark(), after.logoDark());
        audit.record(me.actor(), "space-brand-changed", "space", space);
        signals.tell(BrandService.CHANGED, scope.organization().id());
    }

    private void forget(@Nullable UUID before, @Nullable UUID after) {
        if (before != null && !before.equals(after)) files.forget(before);
    }
}
