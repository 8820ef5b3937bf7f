package app.lienzo.operators;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.recovery.RecoveryService;
import app.lienzo.tenancy.OrganizationOffice;
import app.lienzo.tenancy.OrganizationRegister;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// The door through which organizations come into being (B2-1): with the first Owner, and the
/// letter that tells him his user name and leads him to a password. All of it in one transaction of
/// its own, or nothing.
@ApplicationScoped
public class FoundingService {
    private static final int NAME_MAX = 120;

    private final OrganizationOffice office;
    private final OrganizationRegister register;
    private final MemberService members;
    private final RecoveryService recovery;
    private final Journal journal;
    private final Scope scope;
    private final OperatorConfig config;

    FoundingService(
            OrganizationOffice office,
            OrganizationRegister register,
            MemberService members,
            RecoveryService recovery,
            Journal journal,
            Scope scope,
            OperatorConfig config) {
        this.office = office;
        this.register = register;
        this.members = members;
        this.recovery = recovery;
        this.journal = journal;
        this.scope = scope;
        this.config = config;
    }

    /// Founds an organization, in whatever scope and transaction the caller is.
    ///
    /// @param by who decided it, on the platform's side
    /// @param key the same key twice is one organization, also at the same moment; the second time
    ///     nothing is read of the wish
    /// @return the one that was founded, or that was founded under this key before
    /// @throws Refused `slug-invalid`, `slug-reserved`, `slug-taken`, `organization-name-missing`,
    ///     `organization-name-long`, `language-unknown`, `email-invalid`, `user-name-…`
    public OrganizationView found(Actor by, UUID key, NewOrganization wish) {
        var draft = OrganizationOffice.draft(
                checkedSlug(wish.slug()),
                checkedName(wish.name()),
                wish.plan(),
                Languages.offered(wish.language())
                        .orElseThrow(() -> Refused.invalid("language-unknown"))
                        .getLanguage(),
                wish.vocabulary());
        var id = scope.call(draft, () -> QuarkusTransaction.requiringNew().call(() -> found(by, key, draft, wish)));
        return id.equals(draft.id()) ? draft : register.find(id).orElseThrow().organization();
    }

    /// Whether an organization was founded under this key.
    public boolean founded(UUID key) {
        return office.founded(key);
    }

    /// The slug in its normal form.
    ///
    /// @throws Refused `slug-invalid`, `slug-reserved`
    public String checkedSlug(String typed) {
        return SlugRule.checked(typed, config.reservedSlugs().orElse(List.of()));
    }

    /// Whether an organization could have this slug.
    public boolean free(String typed) {
        try {
            return register.free(checkedSlug(typed));
        } catch (Refused _) {
            return false;
        }
    }

    /// What a company's name suggests as a slug that is free; empty for nothing.
    public String suggestedSlug(String name) {
        var slug = SlugRule.suggested(name);
        if (slug.isEmpty() || free(slug)) return slug;
        var cut = SafeText.cut(slug, SlugRule.LENGTH_MAX - 3);
        for (int number = 2; number < 100; number++) {
            var next = SlugRule.suggested(cut + "-" + number);
            if (free(next)) return next;
        }
        return "";
    }

    private String found(Actor by, UUID key, OrganizationView draft, NewOrganization wish) {
        var id = office.found(key);
        if (!id.equals(draft.id())) return id;
        journal.write(by, "organization-founded", draft.slug() + " · " + draft.plan(), "");
        var owner = members.create(Actor.SYSTEM, owner(wish, draft.language()));
        recovery.welcome(Actor.SYSTEM, owner.id());
        return id;
    }

    private static NewMember owner(NewOrganization wish, String language) {
        var email = EmailAddress.read(wish.ownerEmail()).orElseThrow(() -> Refused.invalid("email-invalid"));
        var typed = wish.ownerUserName();
        var userName = typed == null || typed.isBlank() ? email : typed;
        return new NewMember(userName, wish.ownerName(), email, OrganizationRole.OWNER, null, language);
    }

    private static String checkedName(String typed) {
        var name = SafeText.line(typed, NAME_MAX + 1);
        if (name.isEmpty()) throw Refused.invalid("organization-name-missing");
        if (name.length() > NAME_MAX) throw Refused.invalid("organization-name-long", NAME_MAX);
        return name;
    }
}
