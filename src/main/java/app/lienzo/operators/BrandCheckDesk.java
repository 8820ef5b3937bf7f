package app.lienzo.operators;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.leaks.FoundView;
import app.lienzo.leaks.LeakService;
import app.lienzo.leaks.ScanView;
import app.lienzo.tenancy.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The brand check of an organization, run by an operator: through the eyes of its first Owner, and
/// told in both trails.
@ApplicationScoped
public class BrandCheckDesk {
    private final LeakService leaks;
    private final OrganizationCareService care;
    private final Journal journal;
    private final Scope scope;

    BrandCheckDesk(LeakService leaks, OrganizationCareService care, Journal journal, Scope scope) {
        this.leaks = leaks;
        this.care = care;
        this.journal = journal;
        this.scope = scope;
    }

    /// The newest check.
    ///
    /// @param scan null for a brand that was never checked
    public record Checked(@Nullable ScanView scan, List<FoundView> findings) {}

    /// @throws Refused not found
    public Checked last(SignedIn me, String id) {
        var found = care.require(me, id);
        return scope.call(found.organization(), () -> {
            var scan = leaks.lastForStaff().orElse(null);
            return new Checked(scan, scan == null ? List.of() : leaks.findingsForStaff(scan.id()));
        });
    }

    /// @throws Refused not found; `organization-suspended-already`, `scan-going`, `scans-too-often`
    public void ask(SignedIn me, String id) {
        var found = care.require(me, id);
        if (found.suspended()) throw Refused.conflict("organization-suspended-already");
        scope.run(
                found.organization(),
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    leaks.askForStaff();
                    journal.write(me.actor(), "brand-check-by-staff", "", "");
                }));
    }
}
