package app.lienzo.identity;

import app.lienzo.kernel.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Tokens under which this very process looks at its own pages. In memory only: no row, no device in
/// anybody's list, and over with the process at the latest.
@ApplicationScoped
class Passes {
    /// Whoever holds one asks over the loopback interface.
    private static final String LOOPBACK = "127.";

    private static final int PASSES_MAX = 64;

    private record Held(SignedIn holder, Instant endsAt) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Clock clock;

    Passes(Clock clock) {
        this.clock = clock;
    }

    /// @throws IllegalStateException when more are out than anything here needs
    String issue(SignedIn holder, Duration lifetime) {
        held.values().removeIf(pass -> !clock.instant().isBefore(pass.endsAt()));
        if (held.size() >= PASSES_MAX) throw new IllegalStateException("Too many passes are out");
        var token = Secrets.token();
        held.put(token, new Held(holder, clock.instant().plus(lifetime)));
        return token;
    }

    /// @param address where the request came from
    Optional<SignedIn> holder(String token, String organization, Optional<String> address) {
        if (held.isEmpty()) return Optional.empty();
        var pass = held.get(token);
        if (pass == null || address.filter(from -> from.startsWith(LOOPBACK)).isEmpty()) return Optional.empty();
        return Optional.of(pass.holder())
                .filter(holder -> holder.organization().equals(organization)
                        && clock.instant().isBefore(pass.endsAt()));
    }

    void end(String token) {
        held.remove(token);
    }
}
