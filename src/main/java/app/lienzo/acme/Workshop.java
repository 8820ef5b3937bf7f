package app.lienzo.acme;

import app.lienzo.certificates.CertificateService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// Puts workers together.
@ApplicationScoped
class Workshop {
    private final TenantSql sql;
    private final Vault vault;
    private final Scope scope;
    private final Orders orders;
    private final Challenges challenges;
    private final Accounts accounts;
    private final History history;
    private final Outcomes outcomes;
    private final CertificateService certificates;

    Workshop(
            TenantSql sql,
            Vault vault,
            Scope scope,
            Orders orders,
            Challenges challenges,
            Accounts accounts,
            History history,
            Outcomes outcomes,
            CertificateService certificates) {
        this.sql = sql;
        this.vault = vault;
        this.scope = scope;
        this.orders = orders;
        this.challenges = challenges;
        this.accounts = accounts;
        this.history = history;
        this.outcomes = outcomes;
        this.certificates = certificates;
    }

    /// @param owner in whose name rows are leased, another one for each worker
    OrderWorker worker(
            String owner, Authorities authorities, List<Preflight> preflights, AcmeConfig config, Clock clock) {
        var ledger = new Ledger(orders, history, outcomes, config, clock);
        var budgets = new Budgets(sql, config);
        var newOrder = new NewOrder(authorities, accounts, budgets, preflights, certificates, vault, ledger);
        var proof = new Proof(accounts, challenges, budgets, ledger);
        var certificate = new IssuedCertificate(accounts, orders, challenges, certificates, vault, ledger);
        var watch = new Watch(authorities, accounts, orders, challenges, ledger);
        var steps =
                new OrderSteps(authorities, accounts, budgets, challenges, newOrder, proof, certificate, watch, ledger);
        return new OrderWorker(owner, orders, steps, scope, config, clock);
    }
}
