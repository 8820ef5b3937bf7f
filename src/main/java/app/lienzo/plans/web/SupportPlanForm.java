package app.lienzo.plans.web;

import app.lienzo.plans.SupportPlanDraft;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.plans.Way;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A support plan as it is typed.
public record SupportPlanForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String paying,
        @RestForm @Nullable List<String> ways,
        @RestForm @Nullable String note) {
    static final SupportPlanForm EMPTY =
            new SupportPlanForm("", "on", List.of("DOCUMENTATION", "FORUM", "PORTAL", "EMAIL"), "");

    static SupportPlanForm of(SupportPlanView plan) {
        return new SupportPlanForm(
                plan.name(),
                plan.paying() ? "on" : null,
                plan.ways().stream().map(Way::name).toList(),
                plan.note());
    }

    SupportPlanDraft draft() {
        return new SupportPlanDraft(name == null ? "" : name, pays(), ways(ways), note == null ? "" : note);
    }

    public boolean pays() {
        return paying != null;
    }

    public boolean has(Way way) {
        return ways != null && ways.contains(way.name());
    }

    /// Those that are known; what nobody knows is no way.
    static EnumSet<Way> ways(@Nullable List<String> names) {
        var ways = EnumSet.noneOf(Way.class);
        if (names != null)
            Arrays.stream(Way.values())
                    .filter(way -> names.contains(way.name()))
                    .forEach(ways::add);
        return ways;
    }
}
