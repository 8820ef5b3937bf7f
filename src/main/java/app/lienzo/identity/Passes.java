package app.lienzo.identity;

import app.lienzo.kernel.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Tokens under which this very process looks at its own pages. In memory only: no row, no device in
/// anybody's list, and over with the process at the latest.
@ApplicationScoped
class Passes {
    /// Whoever holds one asks over the loopback interface.
    private static final String LOOPBACK = "127.";

    private static final int PASSES_MAX = 64;

    /// @param present whether he works in his spaces while he looks
    /// @param current whether his rights are still as they were read
    private record Held(SignedIn holder, boolean present, Instant endsAt, boolean current) {
        Held with(SignedIn eyes) {
            return new Held(present ? eyes : eyes.in(Map.of()), present, endsAt, true);
        }

        Held outdated() {
            return new Held(holder, present, endsAt, false);
        }
    }

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Clock clock;

    Passes(Clock clock) {
        this.clock = clock;
    }

    /// @throws IllegalStateException when more are out than anything here needs
    String issue(SignedIn eyes, boolean present, Duration lifetime) {
        held.values().removeIf(pass -> !clock.instant().isBefore(pass.endsAt()));
        if (held.size() >= PASSES_MAX) throw new IllegalStateException("Too many passes are out");
        var token = Secrets.token();
        var endsAt = clock.instant().plus(lifetime);
        held.put(token, new Held(eyes, present, endsAt, true).with(eyes));
        return token;
    }

    /// Nobody while his rights are to be read again.
    ///
    /// @param address where the request came from
    Optional<SignedIn> holder(String token, String organization, Optional<String> address) {
        return find(token, organization, address).filter(Held::current).map(Held::holder);
    }

    /// Whose rights are to be read again before the pass opens anything.
    Optional<UUID> outdated(String token, String organization, Optional<String> address) {
        return find(token, organization, address)
                .filter(pass -> !pass.current())
                .map(pass -> pass.holder().member());
    }

    void renew(String token, SignedIn eyes) {
        held.computeIfPresent(token, (_, pass) -> pass.with(eyes));
    }

    /// Somebody's rights changed: what was known of them opens nothing any more.
    void outdate(Predicate<SignedIn> whose) {
        held.replaceAll((_, pass) -> whose.test(pass.holder()) ? pass.outdated() : pass);
    }

    void end(String token) {
        held.remove(token);
    }

    private Optional<Held> find(String token, String organization, Optional<String> address) {
        if (held.isEmpty()) return Optional.empty();
        var pass = held.get(token);
        if (pass == null || address.filter(from -> from.startsWith(LOOPBACK)).isEmpty()) return Optional.empty();
        return Optional.of(pass)
                .filter(found -> found.holder().organization().equals(organization)
                        && clock.instant().isBefore(found.endsAt()));
    }
}
