package app.lienzo.plans;

import java.util.Set;
import java.util.UUID;

/// A support plan: what an organization promises the customers who have it (BL-1).
///
/// @param paying whether its customers pay for support (BL-2)
/// @param ways how they may ask for help
/// @param position smaller stands first
/// @param note a condition shown under the matrix; empty for none
public record SupportPlanView(
        UUID id, String name, boolean paying, Set<Way> ways, int position, int version, String note) {
    public boolean has(Way way) {
        return ways.contains(way);
    }

    /// Ready to be changed.
    public SupportPlanDraft draft() {
        return new SupportPlanDraft(name, paying, ways, note);
    }
}
