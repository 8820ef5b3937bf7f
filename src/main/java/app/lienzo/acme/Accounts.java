package app.lienzo.acme;

import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.exception.AcmeException;

/// The installation's account at each authority: one for all organizations, as authorities ask of those who
/// serve many. The key is in the table before the authority hears of it, so that two replicas register the
/// same account.
@ApplicationScoped
class Accounts {
    private final TenantSql sql;
    private final Vault vault;
    private final Clock clock;
    private final Map<String, Account> known = new ConcurrentHashMap<>();

    Accounts(TenantSql sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    private record Account(KeyPair keys, @Nullable URL location) {}

    /// Makes the row that budgets lock, and the key in it.
    void prepare(Authority authority) {
        known.computeIfAbsent(authority.directory(), _ -> load(authority));
    }

    /// Makes the account where there is none yet.
    Login login(Authority authority, Session session) throws AcmeException {
        var account = known.get(authority.directory());
        if (account == null || account.location() == null) account = load(authority);
        if (account.location() == null) account = register(authority, session, account.keys());
        known.put(authority.directory(), account);
        return session.login(java.util.Objects.requireNonNull(account.location()), account.keys());
    }

    /// The authority does not know it any more: the next login makes it anew, with the same key.
    void forget(Authority authority) {
        known.remove(authority.directory());
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update platform.acme_account set location = null where directory = ?", authority.directory()));
    }

    private Account register(Authority authority, Session session, KeyPair keys) throws AcmeException {
        var builder = new AccountBuilder().agreeToTermsOfService().useKeyPair(keys);
        var config = authority.config();
        config.contact().ifPresent(builder::addEmail);
        if (config.eabKid().isPresent() && config.eabKey().isPresent())
            builder.withKeyIdentifier(config.eabKid().get(), config.eabKey().get());
        var location = builder.createLogin(session).getAccountLocation();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update platform.acme_account set location = ? where directory = ?",
                        location.toString(),
                        authority.directory()));
        return new Account(keys, location);
    }

    private Account load(Authority authority) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = find(authority);
            if (found.isPresent()) return found.get();
            sql.update(
                    """
                    insert into platform.acme_account (directory, sealed_key, created_at) values (?, ?, ?)
                    on conflict (directory) do nothing
                    """,
                    authority.directory(),
                    vault.sealFor(sealedAs(authority), CertificateKeys.encoded(CertificateKeys.generate())),
                    clock.instant());
            return find(authority).orElseThrow();
        });
    }

    private Optional<Account> find(Authority authority) {
        return sql.first(
                "select sealed_key, location from platform.acme_account where directory = ?",
                row -> new Account(
                        CertificateKeys.decoded(vault.openFor(sealedAs(authority), row.getBytes(1))),
                        url(row.getString(2))),
                authority.directory());
    }

    private static @Nullable URL url(@Nullable String text) {
        try {
            return text == null ? null : URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sealedAs(Authority authority) {
        return "acme-account " + authority.directory();
    }
}
