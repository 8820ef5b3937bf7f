package app.lienzo.companies;

import app.lienzo.audit.AuditTrail;
import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.plans.CompanyPlan;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to companies (FD-5, FD-6). One that was taken away is found by its id, for what still names it, and in no
/// list.
@ApplicationScoped
public class CompanyService implements CompanyPlan {
    private static final int SUGGESTIONS_MAX = 50;

    private final Companies companies;
    private final CompanyDraft drafts;
    private final FieldService fields;
    private final PlanService plans;
    private final SpaceService spaces;
    private final AuditTrail audit;
    private final Event<CompanyRemoved> removed;
    private final Event<CompanyRestored> restored;
    private final Event<CompanyPlanChanged> planChanged;
    private final Clock clock;
    private final CompanyConfig config;

    CompanyService(
            Companies companies,
            CompanyDraft drafts,
            FieldService fields,
            PlanService plans,
            SpaceService spaces,
            AuditTrail audit,
            Event<CompanyRemoved> removed,
            Event<CompanyRestored> restored,
            Event<CompanyPlanChanged> planChanged,
            Clock clock,
            CompanyConfig config) {
        this.companies = companies;
        this.drafts = drafts;
        this.fields = fields;
        this.plans = plans;
        this.spaces = spaces;
        this.audit = audit;
        this.removed = removed;
        this.restored = restored;
        this.planChanged = planChanged;
        this.clock = clock;
        this.config = config;
    }

    /// One that was taken away too; nobody's rights are asked.
    public Optional<CompanyView> find(UUID id) {
        return companies.find(id);
    }

    /// As [#find]; in no particular order.
    public List<CompanyView> all(Collection<UUID> ids) {
        return companies.all(ids);
    }

    /// One that is there.
    ///
    /// @throws Refused as [SignedIn#require]
    public CompanyView require(SignedIn me, UUID id) {
        var company = companies.find(id).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_WORK, company.space());
        if (company.removed()) throw Refused.notFound();
        return company;
    }

    /// Those of the asked spaces in which the member works, by name.
    public List<CompanyView> list(SignedIn me, CompanyQuery query) {
        var mine = me.spacesWith(Permission.CONTACTS_WORK);
        if (!mine.containsAll(query.spaces())) throw Refused.notFound();
        return companies.list(query);
    }

    /// What somebody may mean who has typed this much, the best first.
    public List<CompanyView> suggest(SignedIn me, UUID space, String text, int limit) {
        me.require(Permission.CONTACTS_WORK, space);
        var typed = SafeText.line(text, CompanyQuery.TEXT_MAX);
        return companies.suggest(space, typed, Math.clamp(limit, 1, SUGGESTIONS_MAX));
    }

    public Optional<CompanyView> named(UUID space, String name) {
        return companies.named(space, SafeText.line(name, CompanyDetails.NAME_MAX));
    }

    /// Where a new contact goes whose address has this domain (SO-4): the company that claims it, or the domain above
    /// it. Nothing where the organization's plan does not have that.
    public Optional<UUID> withDomain(UUID space, String domain) {
        if (!plans.allows(Gate.COMPANY_DOMAINS)) return Optional.empty();
        var wanted = CompanyDomain.withParents(domain);
        return wanted.isEmpty() ? Optional.empty() : companies.withDomain(space, wanted);
    }

    @Override
    public Optional<UUID> supportPlanOf(UUID company) {
        return companies.find(company).filter(one -> !one.removed()).map(CompanyView::supportPlan);
    }

    @Override
    public long with(UUID supportPlan) {
        return companies.withPlan(supportPlan);
    }

    /// @throws Refused `company-name-missing`, `company-name-taken`, `company-domain-…`, `company-option-unknown`,
    ///     `support-plan-unknown`, `plan-too-small`, `companies-too-many` and what [FieldService#checked] refuses
    @Transactional
    public CompanyView create(SignedIn me, UUID space, CompanyDetails details) {
        return create(me, space, details, null);
    }

    /// @param key the same key of the same member is one company; null for none
    /// @throws Refused as the other one, `key-reused` when something else was made with it
    @Transactional
    public CompanyView create(SignedIn me, UUID space, CompanyDetails details, @Nullable String key) {
        me.require(Permission.CONTACTS_WORK, space);
        spaces.requireInUse(space);
        var made = key == null ? null : Made.of(me, key, space, details);
        var earlier = made == null ? Optional.<CompanyView>empty() : madeBefore(made);
        if (earlier.isPresent()) return earlier.get();
        requireRoom(space);
        var company = added(space, details, made);
        audit.record(me.actor(), "company-created", "company", company.id());
        return company;
    }

    /// Asked before many are told of by [#keep].
    ///
    /// @throws Refused `companies-too-many`
    public void requireRoom(UUID space) {
        if (companies.count(space) >= config.companiesMax())
            throw Refused.conflict("companies-too-many", config.companiesMax());
    }

    /// Whether a member made a company with this key.
    public boolean used(SignedIn me, String key) {
        return companies.madeWith(Made.key(me, key)).isPresent();
    }

    /// What is not said of custom fields, and of the standing where the plan is too small for it, stays as it is.
    ///
    /// @param version the one that was looked at
    /// @throws Refused `company-changed` and what [#create] refuses
    @Transactional
    public CompanyView change(SignedIn me, UUID id, CompanyDetails details, int version) {
        var before = managed(me, id);
        if (before.version() != version) throw Refused.conflict("company-changed");
        var after = changed(before, details);
        audit.record(me.actor(), "company-edited", "company", id);
        if (!Objects.equals(before.supportPlan(), after.supportPlan())) planChanged.fire(new CompanyPlanChanged(id));
        return after;
    }

    /// What is told of a company by a file or a directory: found by its name or made. Nothing that is left empty takes
    /// away what is there. No rights are asked.
    ///
    /// @throws Refused what [#create] refuses
    @Transactional
    public Kept keep(UUID space, CompanyDetails details) {
        var name = SafeText.line(details.name(), CompanyDetails.NAME_MAX);
        var known = companies.named(space, name).flatMap(one -> companies.locked(one.id()));
        if (known.isEmpty()) return new Kept(added(space, details, null).id(), Kept.Outcome.CREATED);
        var before = known.get();
        var told = drafts.merged(before, details);
        var after = drafts.changed(
                before, told, fields.changed(space, FieldSubject.COMPANY, before.fields(), told.fields()));
        if (CompanyDraft.same(before, after)) return new Kept(before.id(), Kept.Outcome.SAME);
        companies.change(after);
        return new Kept(before.id(), Kept.Outcome.CHANGED);
    }

    /// Takes a company away. Contacts stay, without it; tickets stay as they are and keep its name; its domains are
    /// free for others. [#restore] brings it back.
    @Transactional
    public void remove(SignedIn me, UUID id) {
        var company = managed(me, id);
        me.require(Permission.CONTACTS_MANAGE, company.space());
        companies.remove(id, clock.instant());
        audit.record(me.actor(), "company-removed", "company", id);
        removed.fire(new CompanyRemoved(id));
    }

    /// One that was taken away.
    public Optional<CompanyView> removed(SignedIn me, UUID id) {
        return companies
                .find(id)
                .filter(company -> company.removed() && me.may(Permission.CONTACTS_MANAGE, company.space()));
    }

    /// Brings a company back, with those of its domains that nobody else claimed in the meantime.
    ///
    /// @throws Refused `company-name-taken`
    @Transactional
    public CompanyView restore(SignedIn me, UUID id) {
        var company = companies.locked(id).filter(CompanyView::removed).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_MANAGE, company.space());
        spaces.requireInUse(company.space());
        companies.restore(company);
        audit.record(me.actor(), "company-restored", "company", id);
        restored.fire(new CompanyRestored(id));
        return companies.find(id).orElseThrow();
    }

    private CompanyView managed(SignedIn me, UUID id) {
        var company = companies.locked(id).orElseThrow(Refused::notFound);
        me.require(Permission.CONTACTS_WORK, company.space());
        if (company.removed()) throw Refused.notFound();
        spaces.requireInUse(company.space());
        return company;
    }

    private Optional<CompanyView> madeBefore(Made made) {
        var earlier = companies.madeWith(made.key());
        if (earlier.isEmpty()) return Optional.empty();
        if (!Arrays.equals(earlier.get().hash(), made.hash())) throw Refused.conflict("key-reused");
        return companies.find(earlier.get().company());
    }

    private CompanyView added(UUID space, CompanyDetails details, @Nullable Made made) {
        var values = fields.checked(space, FieldSubject.COMPANY, details.fields(), true);
        var company = drafts.fresh(Ids.next(), space, details, values, clock.instant());
        companies.add(company, made);
        return company;
    }

    private CompanyView changed(CompanyView before, CompanyDetails details) {
        var values = fields.changed(before.space(), FieldSubject.COMPANY, before.fields(), details.fields());
        companies.change(drafts.changed(before, details, values));
        return companies.find(before.id()).orElseThrow();
    }
}
