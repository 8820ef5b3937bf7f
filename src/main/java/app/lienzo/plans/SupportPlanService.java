package app.lienzo.plans;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to support plans (BL-1). Who asks for one gets it from memory; an organization that never touched them
/// has the six that come with the product.
@ApplicationScoped
public class SupportPlanService {
    private final SupportPlans plans;
    private final KnownPlans known;
    private final List<CompanyPlan> companies;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final Clock clock;
    private final PlanConfig config;

    SupportPlanService(
            SupportPlans plans,
            KnownPlans known,
            @All List<CompanyPlan> companies,
            SpaceService spaces,
            AuditTrail audit,
            Clock clock,
            PlanConfig config) {
        this.plans = plans;
        this.known = known;
        this.companies = companies;
        this.spaces = spaces;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// Those in use, in their order; never empty.
    public List<SupportPlanView> all() {
        return known.all().plans();
    }

    public Optional<SupportPlanView> find(UUID id) {
        return all().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /// The one that counts for a customer: his company's, or the space's for customers without, or the organization's
    /// first paying one.
    ///
    /// @param company null for somebody who belongs to none
    public SupportPlanView of(UUID space, @Nullable UUID company) {
        var plan = company == null
                ? Optional.<SupportPlanView>empty()
                : companies.stream()
                        .flatMap(one -> one.supportPlanOf(company).stream())
                        .findFirst()
                        .flatMap(this::find);
        return plan.or(() -> chosenFor(space)).orElseGet(this::usual);
    }

    /// What customers of a space have whose company has none; nothing when the space leaves it to the organization.
    public Optional<SupportPlanView> chosenFor(UUID space) {
        return Optional.ofNullable(known.all().ofSpaces().get(space)).flatMap(this::find);
    }

    /// The first that is paid for; where none is, the first.
    public SupportPlanView usual() {
        var all = all();
        return all.stream().filter(SupportPlanView::paying).findFirst().orElseGet(all::getFirst);
    }

    /// How many companies have it.
    public long companies(UUID id) {
        return companies.stream().mapToLong(one -> one.with(id)).sum();
    }

    /// @throws Refused not found
    public SupportPlanView require(SignedIn me, UUID id) {
        requireOwner(me);
        return find(id).orElseThrow(Refused::notFound);
    }

    /// @throws Refused `support-plan-name-missing`, `support-plan-ways-missing`, `support-plan-name-taken`,
    ///     `support-plans-too-many`
    @Transactional
    public SupportPlanView create(SignedIn me, SupportPlanDraft draft) {
        requireOwner(me);
        var all = all();
        if (all.size() >= config.supportPlansMax())
            throw Refused.conflict("support-plans-too-many", config.supportPlansMax());
        var id = plans.add(draft.checked(), all.getLast().position() + 1);
        return changed(me, id, "support-plan-created");
    }

    /// @throws Refused `support-plan-changed` and what [#create] refuses
    @Transactional
    public SupportPlanView change(SignedIn me, UUID id, SupportPlanDraft draft, int version) {
        requireOwner(me);
        plans.require(id);
        if (!plans.change(id, draft.checked(), version)) throw Refused.conflict("support-plan-changed");
        return changed(me, id, "support-plan-edited");
    }

    /// Puts a plan one place up or down.
    @Transactional
    public void order(SignedIn me, UUID id, boolean up) {
        requireOwner(me);
        plans.require(id);
        var order = new ArrayList<>(plans.all());
        int place = place(order, id);
        int other = up ? place - 1 : place + 1;
        if (other < 0 || other >= order.size()) return;
        order.add(other, order.remove(place));
        for (int i = 0; i < order.size(); i++) plans.place(order.get(i).id(), i);
        audit.record(me.actor(), "support-plan-moved", "support-plan", id);
        known.changed();
    }

    /// Takes a plan away; companies that have it go on with what their space's customers have. [#restore] brings it
    /// back to them.
    ///
    /// @throws Refused `support-plan-last`
    @Transactional
    public void remove(SignedIn me, UUID id) {
        requireOwner(me);
        plans.require(id);
        if (plans.all().size() == 1) throw Refused.conflict("support-plan-last");
        plans.remove(id, clock.instant());
        audit.record(me.actor(), "support-plan-removed", "support-plan", id);
        known.changed();
    }

    /// What a plan was called that was taken away.
    public Optional<String> removed(SignedIn me, UUID id) {
        requireOwner(me);
        return plans.removed(id);
    }

    /// @throws Refused `support-plan-name-taken`
    @Transactional
    public SupportPlanView restore(SignedIn me, UUID id) {
        requireOwner(me);
        if (!plans.restore(id)) throw Refused.notFound();
        return changed(me, id, "support-plan-restored");
    }

    /// What customers of a space have whose company has none.
    ///
    /// @param plan null for the organization's first paying one
    @Transactional
    public void chooseFor(SignedIn me, UUID space, @Nullable UUID plan) {
        requireOwner(me);
        me.require(Permission.SPACE_SETTINGS, space);
        spaces.requireInUse(space);
        if (plan != null) plans.require(plan);
        plans.ofSpace(space, Optional.ofNullable(plan));
        audit.record(me.actor(), "support-plan-chosen", "space", space);
        known.changed();
    }

    private SupportPlanView changed(SignedIn me, UUID id, String action) {
        audit.record(me.actor(), action, "support-plan", id);
        known.changed();
        return plans.require(id);
    }

    private static int place(List<SupportPlanView> order, UUID id) {
        for (int i = 0; i < order.size(); i++) if (order.get(i).id().equals(id)) return i;
        throw Refused.notFound();
    }

    private static void requireOwner(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
    }
}
