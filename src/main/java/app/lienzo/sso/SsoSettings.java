package app.lienzo.sso;

import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an organization has settled about single sign-on; never the secret.
///
/// @param only whether passwords no longer open the door to anybody but Owners
/// @param issuer the provider's name for itself, exactly as it writes it; its description lies below
/// @param secretKept whether there is a secret, which nobody is shown again
/// @param domains of e-mail addresses whose people may come in; none lets nobody new in
/// @param creates whether somebody without an account gets one at his first sign-in
/// @param role level of such an account, never Owner
/// @param space where such an account works from the start; null for nowhere
/// @param version counts changes; 0 when nothing was ever settled
public record SsoSettings(
        boolean enabled,
        boolean only,
        String issuer,
        String clientId,
        boolean secretKept,
        String label,
        SsoClaims claims,
        List<String> domains,
        boolean creates,
        OrganizationRole role,
        @Nullable UUID space,
        @Nullable SpaceRole spaceRole,
        int version) {
    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final int ISSUER_MAX = 500;
    private static final int CLIENT_MAX = 300;
    private static final int LABEL_MAX = 60;
    private static final int DOMAINS_MAX = 50;

    public static final SsoSettings NONE = new SsoSettings(
            false,
            false,
            "",
            "",
            false,
            "",
            SsoClaims.STANDARD,
            List.of(),
            false,
            OrganizationRole.MEMBER,
            null,
            null,
            0);

    /// What was typed, in its normal form.
    ///
    /// @throws Refused `sso-issuer-missing`, `sso-client-missing`, `sso-label-missing`,
    ///     `sso-domain-invalid`, `sso-domains-too-many`, `sso-role-refused`
    SsoSettings checked() {
        var where = SafeText.line(issuer, ISSUER_MAX);
        if (where.endsWith(DESCRIPTION)) where = where.substring(0, where.length() - DESCRIPTION.length());
        if (where.isEmpty()) throw Refused.invalid("sso-issuer-missing");
        var client = SafeText.line(clientId, CLIENT_MAX);
        if (client.isEmpty()) throw Refused.invalid("sso-client-missing");
        var button = SafeText.line(label, LABEL_MAX);
        if (button.isEmpty()) throw Refused.invalid("sso-label-missing");
        if (role == OrganizationRole.OWNER) throw Refused.invalid("sso-role-refused");
        return new SsoSettings(
                enabled,
                only,
                where,
                client,
                secretKept,
                button,
                claims.checked(),
                domains(domains),
                creates,
                role,
                spaceRole == null ? null : space,
                space == null ? null : spaceRole,
                version);
    }

    private static List<String> domains(List<String> typed) {
        if (typed.size() > DOMAINS_MAX) throw Refused.invalid("sso-domains-too-many", DOMAINS_MAX);
        return typed.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
                .map(domain -> EmailAddress.read("somebody@" + domain)
                        .map(EmailAddress::domain)
                        .orElseThrow(() -> Refused.invalid("sso-domain-invalid", domain)))
                .distinct()
                .toList();
    }

    /// Whether people of this address's domain may come in; a domain does not stand for those below it.
    boolean admits(String email) {
        return domains.contains(EmailAddress.domain(email).toLowerCase(Locale.ROOT));
    }

    SsoSettings issuedBy(String exactly) {
        return new SsoSettings(
                enabled,
                only,
                exactly,
                clientId,
                secretKept,
                label,
                claims,
                domains,
                creates,
                role,
                space,
                spaceRole,
                version);
    }
}
