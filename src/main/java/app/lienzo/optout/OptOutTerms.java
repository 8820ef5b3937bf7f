package app.lienzo.optout;

import app.lienzo.deadlines.DeadlineTerms.BusinessDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How long operators have for a request, and when they are reminded.
@ApplicationScoped
class OptOutTerms {
    private final OptOutConfig config;

    OptOutTerms(OptOutConfig config) {
        this.config = config;
    }

    /// @param calendar one of the platform's; null for its first
    BusinessDays by(@Nullable UUID calendar) {
        var reminders = config.reminders().stream()
                .filter(left -> left >= 1 && left < config.days())
                .toList();
        return new BusinessDays(config.days(), calendar, reminders);
    }
}
