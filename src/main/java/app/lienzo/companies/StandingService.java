package app.lienzo.companies;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door to what can be chosen for a company's standing (FD-6): health, tier, industry. An organization that never
/// touched a list has the one that comes with the product, in every language.
@ApplicationScoped
public class StandingService {
    public static final int LABEL_MAX = 80;

    private final StandingOptions options;
    private final PlanService plans;
    private final AuditTrail audit;
    private final CompanyConfig config;

    StandingService(StandingOptions options, PlanService plans, AuditTrail audit, CompanyConfig config) {
        this.options = options;
        this.plans = plans;
        this.audit = audit;
        this.config = config;
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
                        || Languages.OFFERED.stream()
                                .anyMatch(language -> option.text(language).equalsIgnoreCase(wanted)))
                .findFirst();
    }

    /// Writes a list anew. An option that is left out or emptied is not offered any more; companies that have it keep
    /// it until somebody chooses another.
    ///
    /// @param labels of the options there are, by key; what reads as before in `language` keeps its other languages
    /// @param added more of them
    /// @throws Refused `plan-too-small`, `company-options-missing`, `company-options-too-many`
    @Transactional
    public void change(
            SignedIn me, StandingKind kind, Map<String, String> labels, List<String> added, Locale language) {
        requireOwner(me);
        plans.require(Gate.COMPANY_STANDING);
        var kept = new ArrayList<StandingOption>();
        for (var option : options(kind)) {
            var typed = SafeText.line(labels.getOrDefault(option.key(), ""), LABEL_MAX);
            if (typed.isEmpty()) continue;
            kept.add(typed.equals(option.text(language)) ? option : new StandingOption(kind, option.key(), typed));
        }
        for (var label : added) {
            var line = SafeText.line(label, LABEL_MAX);
            boolean known =
                    kept.stream().anyMatch(option -> option.text(language).equalsIgnoreCase(line));
            if (!line.isEmpty() && !known) kept.add(new StandingOption(kind, options.freshKey(kind, line), line));
        }
        if (kept.isEmpty()) throw Refused.invalid("company-options-missing");
        if (kept.size() > config.optionsMax()) throw Refused.invalid("company-options-too-many", config.optionsMax());
        options.replace(kind, kept);
        audit.record(me.actor(), "company-options-changed", "organization", null);
    }

    /// The list that comes with the product, again.
    @Transactional
    public void reset(SignedIn me, StandingKind kind) {
        requireOwner(me);
        plans.require(Gate.COMPANY_STANDING);
        options.replace(kind, List.of());
        audit.record(me.actor(), "company-options-changed", "organization", null);
    }

    private static void requireOwner(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
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
