package app.lienzo.recovery;

import app.lienzo.identity.MemberView;
import app.lienzo.identity.SignInMethod;
import app.lienzo.identity.SignInRule;
import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;

/// A rule as single sign-on brings it, for members of these tests only.
@ApplicationScoped
class ByProviderOnly implements SignInRule {
    static final String PREFIX = "provider-only-";

    @Override
    public void check(MemberView member, SignInMethod method) {
        if (member.userName().startsWith(PREFIX) && method != SignInMethod.SSO) throw Refused.forbidden("forbidden");
    }
}
