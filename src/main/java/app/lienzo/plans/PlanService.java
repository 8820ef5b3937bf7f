package app.lienzo.plans;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/// What the plan allows that the organization at hand bought. For templates,
/// `{inject:plans.allows('COMPANY_STANDING')}`
/// and, for the reason why not, `{inject:plans.least('COMPANY_STANDING')}`.
@ApplicationScoped
@Named("plans")
public class PlanService {
    private final Scope scope;

    PlanService(Scope scope) {
        this.scope = scope;
    }

    public boolean allows(Gate gate) {
        return scope.organization().plan().compareTo(gate.least()) >= 0;
    }

    /// @throws Refused forbidden, `plan-too-small`, with the name of the smallest plan that has it
    public void require(Gate gate) {
        if (!allows(gate)) throw Refused.forbidden("plan-too-small", name(gate.least()));
    }

    public Plan least(Gate gate) {
        return gate.least();
    }

    /// For templates.
    ///
    /// @param gate the name of one
    public boolean allows(String gate) {
        return allows(Gate.valueOf(gate));
    }

    /// For templates: the name of the smallest plan that has it.
    ///
    /// @param gate the name of one
    public String least(String gate) {
        return name(Gate.valueOf(gate).least());
    }

    /// What a plan is called, in every language.
    public static String name(Plan plan) {
        var name = plan.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
