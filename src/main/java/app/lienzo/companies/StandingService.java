package app.lienzo.companies;

import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door to what can be chosen for a company's standing (FD-6): health, tier, industry. An organization that never
/// touched a list has the one that comes with the product, in every language.
@ApplicationScoped
public class StandingService {
    private final StandingOptions options;

    StandingService(StandingOptions options) {
        this.options = options;
    }

    /// In their order, from memory.
    public List<StandingOption> options(StandingKind kind) {
        return options.of(kind);
    }

    public Optional<StandingOption> find(StandingKind kind, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : options(kind).stream()
                        .filter(option -> option.key().equals(key))
                        .findFirst();
    }

    /// What a company's choice is called; one that is not offered any more too.
    public String text(StandingKind kind, @Nullable String key, Locale language) {
        return key == null
                ? ""
                : find(kind, key)
                        .or(() -> options.gone(kind, key))
                        .map(option -> option.text(language))
                        .orElse(key);
    }

    /// The option that somebody wrote by its key or by one of its names.
    public Optional<StandingOption> written(StandingKind kind, String text) {
        var wanted = text.strip();
        return options(kind).stream()
                .filter(option -> option.key().equalsIgnoreCase(wanted)
                        || app.lienzo.ui.Languages.OFFERED.stream()
                                .anyMatch(language -> option.text(language).equalsIgnoreCase(wanted)))
                .findFirst();
    }

    /// @param before what the company has: that stays possible
    /// @throws Refused `company-option-unknown`
    @Nullable
    String require(StandingKind kind, @Nullable String key, @Nullable String before) {
        if (key == null || key.isBlank()) return null;
        if (Objects.equals(key, before)) return key;
        return find(kind, key)
                .map(StandingOption::key)
                .orElseThrow(() -> Refused.invalid("company-option-unknown", key));
    }
}
