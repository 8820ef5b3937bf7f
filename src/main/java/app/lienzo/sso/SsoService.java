package app.lienzo.sso;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Refused;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.Signatures;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vault;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to an organization's single sign-on: what it settled, and who is linked. Answers from memory
/// what every sign-in page asks.
@ApplicationScoped
public class SsoService {
    /// Where providers send people back to.
    public static final String CALLBACK = "/sign-in/sso/callback";

    private static final String CHANGED = "sso";
    private static final String PURPOSE = "sso-client-secret";
    private static final int SECRET_MAX = 1_000;

    private final Cache<String, Optional<SsoProvider>> known;
    private final Introduction introduction;
    private final SpaceService spaces;
    private final Vault vault;
    private final Signatures signatures;
    private final Links links;
    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;
    private final AuditTrail audit;
    private final SsoConfig config;

    SsoService(
            Introduction introduction,
            SpaceService spaces,
            Vault vault,
            Signatures signatures,
            Links links,
            TenantSql sql,
            Scope scope,
            Signals signals,
            AuditTrail audit,
            SsoConfig config) {
        this.introduction = introduction;
        this.spaces = spaces;
        this.vault = vault;
        this.signatures = signatures;
        this.links = links;
        this.sql = sql;
        this.scope = scope;
        this.signals = signals;
        this.audit = audit;
        this.config = config;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.cacheMax())
                .expireAfterWrite(config.cacheTime())
                .build();
        signals.listen(CHANGED, this::forget);
    }

    /// Where the provider has to send people back to: an address of the organization's own.
    public String redirect() {
        return links.to(CALLBACK).toString();
    }

    public SsoSettings settings() {
        return stored().map(SsoProvider::settings).orElse(SsoSettings.NONE);
    }

    /// The provider, while single sign-on is on.
    public Optional<SsoProvider> provider() {
        return stored().filter(provider -> provider.settings().enabled());
    }

    /// Where new people could work from the start.
    public List<SpaceView> spaces(SignedIn me) {
        return spaces.of(me);
    }

    /// Asks the provider to introduce itself.
    ///
    /// @param secret a new one; empty for the one that is kept
    /// @throws Refused what [SsoSettings#checked] refuses
    public ProviderReport examine(SsoSettings wished, String secret) {
        var checked = wished.checked();
        return introduction.of(
                checked.issuer(), checked.clientId(), secret(secret, checked).orElse(null), redirect());
    }

    /// Settles it. What is to be switched on is examined first, and nothing is stored when it is unfit; but
    /// as long as the provider stays the same, nobody needs it to be up for changing the rest.
    ///
    /// @param newSecret empty to keep the one there is
    /// @throws Refused what [SsoSettings#checked] refuses, `sso-secret-missing`, `sso-changed-meanwhile`
    public ProviderReport save(SignedIn me, SsoSettings wished, String newSecret) {
        var checked = wished.checked();
        if (checked.space() != null) me.require(Permission.SPACE_SETTINGS, checked.space());
        var secret = secret(newSecret, checked).orElseThrow(() -> Refused.invalid("sso-secret-missing"));
        var before = stored();
        var report = before.isPresent() && sameProvider(before.get(), checked, secret) || !checked.enabled()
                ? before.filter(provider -> sameProvider(provider, checked, secret))
                        .map(SsoService::known)
                        .orElse(new ProviderReport(null, "", checked.issuer(), false, false, false))
                : introduction.of(checked.issuer(), checked.clientId(), secret, redirect());
        if (report.good()) store(me, checked.issuedBy(report.issuer()), secret, report);
        return report;
    }

    private static boolean sameProvider(SsoProvider before, SsoSettings wished, String secret) {
        return before.settings().enabled()
                && before.settings().issuer().equals(wished.issuer())
                && before.settings().clientId().equals(wished.clientId())
                && before.secret().equals(secret);
    }

    private static ProviderReport known(SsoProvider provider) {
        return new ProviderReport(
                null, "", provider.settings().issuer(), provider.secretInBody(), provider.namesItself(), false);
    }

    /// A secret is kept for one provider and is not sent to another one.
    private Optional<String> secret(String typed, SsoSettings wished) {
        if (typed.length() > SECRET_MAX) throw Refused.invalid("sso-secret-too-long");
        if (!typed.isBlank()) return Optional.of(typed.strip());
        return stored().filter(provider -> provider.settings().issuer().equals(wished.issuer()))
                .map(SsoProvider::secret);
    }

    @Transactional
    void store(SignedIn me, SsoSettings wished, String secret, ProviderReport report) {
        int stored = sql.update(
                """
                insert into lienzo.sso_settings (tenant_id, version, enabled, only_sso, issuer, client_id, client_secret,
                    secret_in_body, names_itself, label, user_name_claim, name_claim, email_claim, verified_claim, domains,
                    creates, role, space_id, space_role)
                values (current_setting('lienzo.tenant'), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)
                on conflict (tenant_id) do update set (version, enabled, only_sso, issuer, client_id, client_secret,
                    secret_in_body, names_itself, label, user_name_claim, name_claim, email_claim, verified_claim, domains,
                    creates, role, space_id, space_role) = (sso_settings.version + 1, excluded.enabled, excluded.only_sso,
                    excluded.issuer, excluded.client_id, excluded.client_secret, excluded.secret_in_body,
                    excluded.names_itself, excluded.label, excluded.user_name_claim, excluded.name_claim,
                    excluded.email_claim, excluded.verified_claim, excluded.domains, excluded.creates, excluded.role,
                    excluded.space_id, excluded.space_role)
                where sso_settings.version = ?
                """,
                wished.enabled(),
                wished.only(),
                wished.issuer(),
                wished.clientId(),
                vault.seal(PURPOSE, secret),
                report.secretInBody(),
                report.namesItself(),
                wished.label(),
                wished.claims().userName(),
                wished.claims().name(),
                wished.claims().email(),
                wished.claims().verified(),
                wished.domains(),
                wished.creates(),
                wished.role(),
                wished.space(),
                wished.spaceRole(),
                wished.version());
        if (stored == 0) throw Refused.conflict("sso-changed-meanwhile");
        audit.record(me.actor(), wished.enabled() ? "sso-configured" : "sso-turned-off", "organization", null);
        signals.tell(CHANGED, scope.organization().id());
    }

    /// Whom the provider has vouched for, last seen first.
    public List<LinkedIdentity> people() {
        return sql.list(
                """
                select i.id, i.label, m.id, m.name, m.user_name, i.seen_at from lienzo.sso_identity i
                left join lienzo.member m on m.id = i.member_id and m.removed_at is null
                order by i.seen_at desc, i.id limit ?
                """,
                row -> new LinkedIdentity(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()),
                config.peopleShownMax());
    }

    /// Unlinks an identity from its account and keeps it out: it opens nothing until it is let in again.
    @Transactional
    public void unlink(SignedIn me, UUID identity) {
        if (sql.update("update lienzo.sso_identity set member_id = null where id = ?", identity) == 0)
            throw Refused.notFound();
        audit.record(me.actor(), "sso-unlinked", "sso-identity", identity);
    }

    /// Forgets an unlinked identity: the next sign-in is a first one.
    @Transactional
    public void letIn(SignedIn me, UUID identity) {
        if (sql.update("""
                        delete from lienzo.sso_identity i where id = ? and not exists (
                            select 1 from lienzo.member m where m.id = i.member_id and m.removed_at is null)
                        """, identity) == 0) throw Refused.notFound();
        audit.record(me.actor(), "sso-let-in", "sso-identity", identity);
    }

    private Optional<SsoProvider> stored() {
        return known.get(scope.organization().id(), _ -> load());
    }

    private Optional<SsoProvider> load() {
        return sql.first("""
                select enabled, only_sso, issuer, client_id, label, user_name_claim, name_claim, email_claim, verified_claim,
                    domains, creates, role, space_id, space_role, version, client_secret, secret_in_body, names_itself
                from lienzo.sso_settings
                """, this::read);
    }

    private SsoProvider read(ResultSet row) throws SQLException {
        int version = row.getInt(15);
        var settings = new SsoSettings(
                row.getBoolean(1),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                true,
                row.getString(5),
                new SsoClaims(row.getString(6), row.getString(7), row.getString(8), row.getString(9)),
                List.of((String[]) row.getArray(10).getArray()),
                row.getBoolean(11),
                OrganizationRole.valueOf(row.getString(12)),
                row.getObject(13, UUID.class),
                role(row.getString(14)),
                version);
        return new SsoProvider(
                settings,
                vault.open(PURPOSE, row.getBytes(16)),
                row.getBoolean(17),
                row.getBoolean(18),
                signatures.sign("sso-state", settings.issuer() + "\n" + version));
    }

    private static @Nullable SpaceRole role(@Nullable String stored) {
        return stored == null ? null : SpaceRole.valueOf(stored);
    }

    private void forget(String organization) {
        if (organization.equals(Signals.EVERYTHING)) known.invalidateAll();
        else known.invalidate(organization);
    }
}
