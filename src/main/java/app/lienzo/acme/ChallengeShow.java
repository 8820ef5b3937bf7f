package app.lienzo.acme;

import app.lienzo.certificates.ChallengeCertificate;
import app.lienzo.certificates.ChallengeCertificates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Shows proofs to authorities that come over TLS.
@ApplicationScoped
class ChallengeShow implements ChallengeCertificates {
    private final Challenges challenges;

    ChallengeShow(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public Optional<ChallengeCertificate> find(String host) {
        return challenges.certificate(host);
    }
}
