package app.lienzo.captcha;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Signatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;

/// The door: gives challenges out and takes proofs back, each once. What one organization gave out counts nowhere
/// else.
@ApplicationScoped
public class CaptchaService {
    private static final String PURPOSE = "captcha";
    private static final Altcha.Algorithm ALGORITHM = Altcha.Algorithm.SHA256;
    private static final String ALGORITHM_NAME = "SHA-256";
    private static final int PROOF_MAX = 2_000;
    private static final Pattern EXPIRES = Pattern.compile("[?&]expires=(\\d{1,12})(?:&|$)");

    private final UsedChallenges used;
    private final Signatures signatures;
    private final ObjectMapper json;
    private final CaptchaConfig config;
    private final Clock clock;

    CaptchaService(UsedChallenges used, Signatures signatures, ObjectMapper json, CaptchaConfig config, Clock clock) {
        this.used = used;
        this.signatures = signatures;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    public CaptchaChallenge challenge() {
        try {
            var made = Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setAlgorithm(ALGORITHM)
                    .setMaxNumber(config.workMax())
                    .setSecureRandomNumber(true)
                    .setExpires(clock.instant().plus(config.time()).getEpochSecond())
                    .setHmacKey(key()));
            return new CaptchaChallenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Takes a proof, with the caller's transaction: if that rolls back, it was not used.
    ///
    /// @param proof as the browser sends it, JSON in Base64
    /// @throws Refused `captcha-missing`, `captcha-wrong`, `captcha-expired`, `captcha-used`
    @Transactional(Transactional.TxType.MANDATORY)
    public void redeem(@Nullable String proof) {
        if (proof == null || proof.isBlank()) throw Refused.unproved("captcha-missing");
        var payload = read(proof);
        var expires = expires(payload);
        if (!right(payload)) throw wrong();
        if (!expires.isAfter(clock.instant())) throw Refused.unproved("captcha-expired");
        if (!used.add(payload.challenge, expires)) throw Refused.unproved("captcha-used");
    }

    private Altcha.Payload read(String proof) {
        if (proof.length() > PROOF_MAX) throw wrong();
        try {
            var tree = json.readTree(Base64.getDecoder().decode(proof.strip()));
            var payload = new Altcha.Payload();
            payload.algorithm = text(tree, "algorithm");
            payload.challenge = text(tree, "challenge");
            payload.salt = text(tree, "salt");
            payload.signature = text(tree, "signature");
            var number = tree.path("number");
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) throw wrong();
            payload.number = number.asLong();
            if (!payload.algorithm.equals(ALGORITHM_NAME) || payload.number > config.workMax()) throw wrong();
            return payload;
        } catch (IOException | IllegalArgumentException _) {
            throw wrong();
        }
    }

    private boolean right(Altcha.Payload payload) {
        try {
            return Altcha.verifySolution(payload, key(), false);
        } catch (Exception _) {
            return false;
        }
    }

    /// Signed with the salt that it stands in.
    private static Instant expires(Altcha.Payload payload) {
        var found = EXPIRES.matcher(payload.salt);
        if (!found.find()) throw wrong();
        return Instant.ofEpochSecond(Long.parseLong(found.group(1)));
    }

    private static String text(JsonNode tree, String name) {
        var value = tree.path(name);
        if (!value.isTextual() || value.asText().isEmpty()) throw wrong();
        return value.asText();
    }

    private String key() {
        return signatures.sign(PURPOSE, "key");
    }

    private static Refused wrong() {
        return Refused.unproved("captcha-wrong");
    }
}
