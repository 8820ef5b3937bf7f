package app.lienzo.portal;

import app.lienzo.contacts.CompanyMembership;
import app.lienzo.contacts.ContactService;
import app.lienzo.kernel.Refused;
import app.lienzo.plans.SupportPlanService;
import app.lienzo.plans.SupportPlanView;
import app.lienzo.plans.Way;
import app.lienzo.portalaccess.SignedInContact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to what a customer needs to be helped.
@ApplicationScoped
public class StandingService {
    private final SupportPlanService plans;
    private final ContactService contacts;

    StandingService(SupportPlanService plans, ContactService contacts) {
        this.plans = plans;
        this.contacts = contacts;
    }

    public Standing of(SignedInContact me) {
        var companies = contacts.companies(me.contact()).stream()
                .sorted(Comparator.comparing(CompanyMembership::first).reversed())
                .map(one -> new Standing.Company(
                        one.company(), one.name(), one.seesAll(), helps(plans.of(me.space(), one.company()))))
                .toList();
        var plan = plans.of(
                me.space(),
                companies.stream()
                        .filter(Standing.Company::helped)
                        .findFirst()
                        .or(() -> companies.stream().findFirst())
                        .map(Standing.Company::id)
                        .orElse(null));
        boolean seen = !companies.isEmpty() || plans.chosenFor(me.space()).isPresent();
        return new Standing(plan, companies, plan.paying(), seen, me.language(), plan.has(Way.PORTAL));
    }

    /// Companies all of whose tickets he sees.
    public List<UUID> overseen(SignedInContact me) {
        return contacts.companies(me.contact()).stream()
                .filter(CompanyMembership::seesAll)
                .map(CompanyMembership::company)
                .toList();
    }

    /// The company that a new ticket of his is for.
    ///
    /// @param company for which he asks; null for none in particular
    /// @return that one, or the first whose plan helps him, which may be another than his default one;
    ///     null for who belongs to none
    /// @throws Refused `portal-not-ready`, `portal-way-missing`
    public @Nullable UUID require(SignedInContact me, @Nullable UUID company) {
        var standing = of(me);
        if (!standing.complete()) throw Refused.forbidden("portal-not-ready");
        var helped = standing.helped().stream().map(Standing.Company::id).toList();
        if (company == null) return helped.isEmpty() ? null : helped.getFirst();
        if (!helped.contains(company)) throw Refused.forbidden("portal-way-missing");
        return company;
    }

    private static boolean helps(SupportPlanView plan) {
        return plan.paying() && plan.has(Way.PORTAL);
    }
}
