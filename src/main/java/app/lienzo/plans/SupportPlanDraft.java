package app.lienzo.plans;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.util.EnumSet;
import java.util.Set;

/// What somebody wants a support plan to be.
///
/// @param note empty for none
public record SupportPlanDraft(String name, boolean paying, Set<Way> ways, String note) {
    public static final int NAME_MAX = 60;
    public static final int NOTE_MAX = 300;

    /// @throws Refused `support-plan-name-missing`, `support-plan-ways-missing`
    SupportPlanDraft checked() {
        var line = SafeText.line(name, NAME_MAX);
        if (line.isEmpty()) throw Refused.invalid("support-plan-name-missing");
        if (ways.isEmpty()) throw Refused.invalid("support-plan-ways-missing");
        return new SupportPlanDraft(line, paying, EnumSet.copyOf(ways), SafeText.line(note, NOTE_MAX));
    }
}
