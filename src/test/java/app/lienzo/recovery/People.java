package app.lienzo.recovery;

import app.lienzo.audit.Actor;
import app.lienzo.identity.AccountService;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignedIn;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.Presence;
import app.lienzo.world.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Members made for one test each, in either organization.
@ApplicationScoped
public class People {
    private final MemberService members;
    private final AccountService accounts;
    private final RecoveryService recovery;
    private final OrganizationService organizations;
    private final Scope scope;

    People(
            MemberService members,
            AccountService accounts,
            RecoveryService recovery,
            OrganizationService organizations,
            Scope scope) {
        this.members = members;
        this.accounts = accounts;
        this.recovery = recovery;
        this.organizations = organizations;
        this.scope = scope;
    }

    RecoveryService recovery() {
        return recovery;
    }

    AccountService accounts() {
        return accounts;
    }

    /// Somebody with the password of all samples.
    public MemberView somebody(Tenant tenant) {
        return make(tenant, "somebody-" + UUID.randomUUID(), OrganizationRole.MEMBER, Tenant.PASSWORD);
    }

    /// Somebody who has set no password yet.
    public MemberView invited(Tenant tenant) {
        return make(tenant, "invited-" + UUID.randomUUID(), OrganizationRole.MEMBER, null);
    }

    MemberView make(Tenant tenant, String userName, OrganizationRole role, @Nullable String password) {
        return in(
                tenant,
                () -> members.create(
                        Actor.SYSTEM,
                        new NewMember(userName, "Inés Díaz", userName + "@example.com", role, password, "es")));
    }

    public void welcome(Tenant tenant, MemberView member) {
        run(tenant, () -> recovery.welcome(Actor.SYSTEM, member.id()));
    }

    void givePassword(Tenant tenant, UUID member, String password, boolean temporary) {
        run(tenant, () -> accounts.changePassword(Actor.SYSTEM, member, accounts.hashed(password), temporary, null));
    }

    /// As if he had just signed in.
    SignedIn as(Tenant tenant, MemberView member) {
        return Presence.of(in(tenant, () -> scope.organization().id()), member);
    }

    void run(Tenant tenant, Runnable work) {
        in(tenant, () -> {
            work.run();
            return true;
        });
    }

    <T> T in(Tenant tenant, Callable<T> work) {
        return scope.call(organizations.named(tenant.slug()).orElseThrow(), work);
    }
}
