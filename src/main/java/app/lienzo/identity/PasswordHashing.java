package app.lienzo.identity;

import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Argon2id (RFC 9106) with 19 MiB, two passes, one lane: the parameters OWASP gives as a minimum. A
/// bounded number runs at once, so that a storm of sign-ins waits for itself and not for everybody; and
/// on threads of their own, because a virtual thread keeps its carrier while it computes, and there are
/// only as many carriers as cores.
@ApplicationScoped
public class PasswordHashing {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final Argon2PasswordEncoder ARGON2ID = new Argon2PasswordEncoder(16, 32, LANES, MEMORY_KIB, PASSES);

    /// What an unknown user name is compared with, so that it takes as long as a known one. Written out: to hash
    /// something was a tenth of a start.
    private static final String NOBODY = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES
            + "$bm9ib2R5J3Mgb3duIHNhbHQ$63URFGMdOx9u/Hi58u3lJzfJqQdNXpRUSYdoF11Xpdo";

    private final Semaphore turns;
    private final ExecutorService hands;
    private final long patienceMillis;

    PasswordHashing(IdentityConfig config) {
        this.turns = new Semaphore(config.hashesAtOnce(), true);
        this.hands = Executors.newFixedThreadPool(
                config.hashesAtOnce(),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        this.patienceMillis = config.hashPatience().toMillis();
    }

    /// @throws Refused `password-weak`, naming what is missing
    public void require(String password) {
        var missing = PasswordRule.missing(password);
        if (!missing.isEmpty()) throw Refused.invalid("password-weak");
    }

    /// Takes its time: no transaction should span it.
    public String hash(String password) {
        return inTurn(() -> Objects.requireNonNull(ARGON2ID.encode(whole(password))));
    }

    /// @param hash null for an unknown member: the work is done all the same, and the answer is no
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > 2 * PasswordRule.LENGTH_MAX) return matches("", null);
        boolean same = inTurn(() -> ARGON2ID.matches(whole(password), hash == null ? NOBODY : hash));
        return hash != null && same;
    }

    /// Half of a pair of UTF-16 is no letter, and becomes a question mark.
    private static String whole(String password) {
        return new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) throw Refused.tooMany("sign-in-busy", 5);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Refused.tooMany("sign-in-busy", 5);
        }
        try {
            return CompletableFuture.supplyAsync(work, hands).join();
        } finally {
            turns.release();
        }
    }
}
