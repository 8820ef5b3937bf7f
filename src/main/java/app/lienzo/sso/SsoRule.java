package app.lienzo.sso;

import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SignInMethod;
import app.lienzo.identity.SignInRule;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;

/// Where single sign-on is the only way in, nobody else's word counts; but an Owner can always come in
/// with his password, because a provider can fail and somebody has to be able to say so.
@ApplicationScoped
class SsoRule implements SignInRule {
    private final SsoService sso;

    SsoRule(SsoService sso) {
        this.sso = sso;
    }

    @Override
    public void check(MemberView member, SignInMethod method) {
        var settings = sso.settings();
        switch (method) {
            case SSO -> {
                if (!settings.enabled()) throw Refused.forbidden("sso-off");
            }
            case PASSWORD, LINK -> {
                if (settings.enabled() && settings.only() && member.role() != OrganizationRole.OWNER)
                    throw Refused.forbidden("sso-only", settings.label());
            }
        }
    }
}
