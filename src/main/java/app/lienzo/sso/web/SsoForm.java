package app.lienzo.sso.web;

import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SpaceRole;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.sso.SsoClaims;
import app.lienzo.sso.SsoSettings;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What an Owner types about single sign-on.
///
/// @param secret a new one, or empty for the one that is kept
/// @param domains separated by white space or commas
/// @param newSpace where new people work, empty for nowhere
/// @param version of the settings that were on the screen
public record SsoForm(
        @RestForm @Nullable String enabled,
        @RestForm @Nullable String only,
        @RestForm @Nullable String issuer,
        @RestForm @Nullable String client,
        @RestForm @Nullable String secret,
        @RestForm @Nullable String label,
        @RestForm @Nullable String userNameClaim,
        @RestForm @Nullable String nameClaim,
        @RestForm @Nullable String emailClaim,
        @RestForm @Nullable String verifiedClaim,
        @RestForm @Nullable String domains,
        @RestForm @Nullable String creates,
        @RestForm @Nullable String role,
        @RestForm @Nullable String newSpace,
        @RestForm @Nullable String spaceRole,
        @RestForm @Nullable String version) {

    static SsoForm of(SsoSettings settings) {
        return new SsoForm(
                settings.enabled() ? "on" : null,
                settings.only() ? "on" : null,
                settings.issuer(),
                settings.clientId(),
                "",
                settings.label(),
                settings.claims().userName(),
                settings.claims().name(),
                settings.claims().email(),
                settings.claims().verified(),
                String.join("\n", settings.domains()),
                settings.creates() ? "on" : null,
                settings.role().name(),
                settings.space() == null ? "" : settings.space().toString(),
                settings.spaceRole() == null
                        ? SpaceRole.AGENT.name()
                        : settings.spaceRole().name(),
                Integer.toString(settings.version()));
    }

    SsoSettings settings() {
        var space = text(newSpace).isBlank() ? null : Ids.read(text(newSpace)).orElseThrow(Refused::notFound);
        return new SsoSettings(
                enabled != null,
                only != null,
                text(issuer).strip(),
                text(client).strip(),
                false,
                text(label),
                new SsoClaims(text(userNameClaim), text(nameClaim), text(emailClaim), text(verifiedClaim)),
                Arrays.stream(text(domains).split("[\\s,;]+"))
                        .filter(domain -> !domain.isBlank())
                        .toList(),
                creates != null,
                one(OrganizationRole.class, role),
                space,
                space == null ? null : one(SpaceRole.class, spaceRole),
                number(text(version)));
    }

    String secretOrEmpty() {
        return text(secret);
    }

    private static <E extends Enum<E>> E one(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("input-invalid"));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
