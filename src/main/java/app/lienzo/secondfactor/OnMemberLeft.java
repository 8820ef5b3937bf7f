package app.lienzo.secondfactor;

import app.lienzo.identity.MemberLeft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Who is removed for good leaves no secret behind.
@ApplicationScoped
class OnMemberLeft {
    private final SecondFactors factors;

    OnMemberLeft(SecondFactors factors) {
        this.factors = factors;
    }

    void forget(@Observes MemberLeft left) {
        if (left.removed()) factors.remove(left.member());
    }
}
