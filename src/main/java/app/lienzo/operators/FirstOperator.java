package app.lienzo.operators;

import app.lienzo.audit.Actor;
import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.NewMember;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.recovery.RecoveryService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// Lets somebody into a fresh installation: whoever the configuration names becomes its first operator and sets
/// his password by the link that is mailed to him. Where there is an operator already, nothing happens; operators
/// invite each other.
@ApplicationScoped
class FirstOperator {
    private static final Logger LOG = Logger.getLogger(FirstOperator.class);

    private final OrganizationService organizations;
    private final MemberService members;
    private final RecoveryService recovery;
    private final TenantSql sql;
    private final Scope scope;
    private final OperatorConfig config;

    FirstOperator(
            OrganizationService organizations,
            MemberService members,
            RecoveryService recovery,
            TenantSql sql,
            Scope scope,
            OperatorConfig config) {
        this.organizations = organizations;
        this.members = members;
        this.recovery = recovery;
        this.sql = sql;
        this.scope = scope;
        this.config = config;
    }

    @ActivateRequestContext
    void welcome(@Observes StartupEvent event) {
        var typed = config.firstEmail();
        if (typed.isEmpty()) return;
        var email = EmailAddress.read(typed.get());
        if (email.isEmpty()) throw new IllegalStateException("LIENZO_OPERATOR_EMAIL is no e-mail address");
        if (welcome(email.get())) LOG.info("The first operator is asked by mail to set a password");
    }

    /// @return false where there is an operator already
    boolean welcome(String email) {
        return scope.call(
                organizations.platform(),
                () -> QuarkusTransaction.requiringNew().call(() -> add(email)));
    }

    private boolean add(String email) {
        // Replicas that start together ask one after the other.
        sql.list("select pg_advisory_xact_lock(hashtext('first operator'))", _ -> true);
        if (!members.search(new MemberQuery(null, OrganizationRole.OPERATOR, true, null, null, 1))
                .isEmpty()) return false;
        var operator =
                members.create(Actor.SYSTEM, new NewMember(email, email, email, OrganizationRole.OPERATOR, null, null));
        recovery.welcome(Actor.SYSTEM, operator.id());
        return true;
    }
}
