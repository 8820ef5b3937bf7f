package app.lienzo.secondfactor;

import app.lienzo.identity.MemberView;
import app.lienzo.identity.SignInMethod;
import app.lienzo.identity.SignInStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Between proof and session: the code of whoever has a second factor, or setting one up where the organization
/// wants everybody to have one. Who comes by single sign-on has passed what his provider asks, unless the
/// organization wants ours too.
@ApplicationScoped
class SecondFactorStep implements SignInStep {
    private static final int POSITION = 10;

    private final SecondFactors factors;
    private final PolicyService policies;

    SecondFactorStep(SecondFactors factors, PolicyService policies) {
        this.factors = factors;
        this.policies = policies;
    }

    @Override
    public Optional<String> pageAfter(MemberView member, SignInMethod method, UUID session) {
        var policy = policies.current();
        if (method == SignInMethod.SSO && !policy.withSso()) return Optional.empty();
        if (factors.passed(session)) return Optional.empty();
        if (factors.find(member.id()).isPresent()) return Optional.of(SecondFactorService.CODE_PAGE);
        return policy.required() ? Optional.of(SecondFactorService.SET_UP_PAGE) : Optional.empty();
    }

    @Override
    public int position() {
        return POSITION;
    }
}
