package app.lienzo.mail;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// How often an organization tries things out: a mail server that is tested is called by us.
@ApplicationScoped
class TestLimit {
    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final long ORGANIZATIONS_MAX = 10_000;

    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS_MAX)
            .expireAfterWrite(SPAN)
            .build();
    private final Scope scope;
    private final MailConfig config;

    TestLimit(Scope scope, MailConfig config) {
        this.scope = scope;
        this.config = config;
    }

    /// @throws Refused `mail-tested-too-often`
    void count() {
        var count = counts.get(scope.organization().id(), _ -> new AtomicInteger());
        if (count.incrementAndGet() > config.testsMax())
            throw Refused.tooMany("mail-tested-too-often", SPAN.toSeconds());
    }
}
