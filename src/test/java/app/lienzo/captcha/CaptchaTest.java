package app.lienzo.captcha;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signatures;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Proofs of work: which are taken, and how often.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CaptchaTest {
    @Inject
    CaptchaService captcha;

    @Inject
    Signatures signatures;

    @Inject
    Scope scope;

    @Test
    @DisplayName(
            "N05: a proof is taken once: not again, not at the same moment, not after a restart, and not by another organization")
    void a_proof_is_taken_once() throws Exception {
        var proof = solved(of(AURORA, () -> captcha.challenge()));
        refused("captcha-wrong", () -> redeem(NIMBUS, proof));
        var taken = new AtomicInteger();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                hands.submit(() -> {
                    redeem(AURORA, proof);
                    taken.incrementAndGet();
                });
            }
        }
        assertThat(taken).hasValue(1);
        refused("captcha-used", () -> redeem(AURORA, proof));
        refused("captcha-used", () -> redeem(AURORA, proof + "\n"));
    }

    @Test
    @DisplayName("N05: what rolls back was not used")
    void what_rolls_back_was_not_used() throws Exception {
        var proof = solved(of(AURORA, () -> captcha.challenge()));
        assertThatThrownBy(() -> of(AURORA, () -> {
                    captcha.redeem(proof);
                    throw new IllegalStateException("roll back");
                }))
                .isInstanceOf(IllegalStateException.class);
        redeem(AURORA, proof);
    }

    @Test
    @DisplayName(
            "N05: missing, wrong, expired, unsigned, with another number, algorithm or end, or no number to find: refused")
    void what_is_no_proof_is_refused() throws Exception {
        refused("captcha-missing", () -> redeem(AURORA, null));
        refused("captcha-missing", () -> redeem(AURORA, "  "));
        for (var nonsense : List.of("x", "e30=", "bnVsbA==", "W10=", "%%%", "A".repeat(5_000)))
            refused("captcha-wrong", () -> redeem(AURORA, nonsense));

        var task = of(AURORA, () -> captcha.challenge());
        long number = number(task);
        refused("captcha-wrong", () -> redeem(AURORA, proof(task, task.salt(), number + 1, task.signature())));
        refused("captcha-wrong", () -> redeem(AURORA, proof(task, task.salt(), -1, task.signature())));
        refused("captcha-wrong", () -> redeem(AURORA, proof(task, task.salt(), number, "0".repeat(64))));
        refused(
                "captcha-wrong",
                () -> redeem(
                        AURORA,
                        proof(
                                task,
                                task.salt().replaceAll("expires=\\d+", "expires=9999999999"),
                                number,
                                task.signature())));
        refused(
                "captcha-wrong",
                () -> redeem(AURORA, proof(task, task.salt().replaceAll("expires=", "e="), number, task.signature())));
        var weaker = new CaptchaChallenge("SHA-1", task.challenge(), task.maxnumber(), task.salt(), task.signature());
        refused("captcha-wrong", () -> redeem(AURORA, proof(weaker, task.salt(), number, task.signature())));

        var ended = made(Instant.now().minusSeconds(1), 100L);
        refused("captcha-expired", () -> redeem(AURORA, solved(ended)));
        // Somebody's own challenge, without work.
        var own = Altcha.createChallenge(new Altcha.ChallengeOptions()
                .setHmacKey("guessed")
                .setMaxNumber(0L)
                .setNumber(0L)
                .setExpires(Instant.now().plusSeconds(60).getEpochSecond()));
        refused(
                "captcha-wrong",
                () -> redeem(
                        AURORA,
                        solved(new CaptchaChallenge(own.algorithm, own.challenge, 0, own.salt, own.signature))));
        assertThat(Rows.list("select 1 from lienzo.used_challenge where expires_at > now() + interval '1 hour'"))
                .isEmpty();
    }

    private CaptchaChallenge made(Instant expires, long max) throws Exception {
        var key = of(AURORA, () -> signatures.sign("captcha", "key"));
        var made = Altcha.createChallenge(
                new Altcha.ChallengeOptions().setHmacKey(key).setMaxNumber(max).setExpires(expires.getEpochSecond()));
        return new CaptchaChallenge(made.algorithm, made.challenge, max, made.salt, made.signature);
    }

    private static String solved(CaptchaChallenge task) throws Exception {
        return proof(task, task.salt(), number(task), task.signature());
    }

    private static long number(CaptchaChallenge task) throws Exception {
        return Altcha.solveChallenge(task.challenge(), task.salt(), Altcha.Algorithm.SHA256, task.maxnumber(), 0)
                .number;
    }

    private static String proof(CaptchaChallenge task, String salt, long number, String signature) {
        return Base64.getEncoder()
                .encodeToString(
                        "{\"algorithm\":\"%s\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}"
                                .formatted(task.algorithm(), task.challenge(), number, salt, signature)
                                .getBytes(StandardCharsets.UTF_8));
    }

    private void redeem(Tenant tenant, String proof) {
        of(tenant, () -> {
            captcha.redeem(proof);
            return null;
        });
    }

    private <T> T of(Tenant tenant, Callable<T> work) {
        return scope.call(
                Rows.id(tenant), () -> QuarkusTransaction.requiringNew().call(work));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
