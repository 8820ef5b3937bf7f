package app.lienzo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// The door to passes: with one the product looks at its own pages as a member would, over the loopback
/// interface, for reading only. It is no sign-in: nothing is written, nobody's list of devices shows it.
@ApplicationScoped
public class PassService {
    private final AccessService access;
    private final Passes passes;

    PassService(AccessService access, Passes passes) {
        this.access = access;
        this.passes = passes;
    }

    /// A pass that is over when it is closed, or after its time.
    ///
    /// @param token goes into the session's cookie
    public record Pass(String token, Passes passes) implements AutoCloseable {
        @Override
        public void close() {
            passes.end(token);
        }
    }

    /// @param present whether he counts as somebody of the team while he looks; without, he works in no space
    /// @throws app.lienzo.kernel.Refused not found for one who is not active
    public Pass issue(UUID member, boolean present, Duration lifetime) {
        var eyes = access.looking(member);
        var holder = present ? eyes : eyes.in(Map.of());
        return new Pass(passes.issue(holder, lifetime), passes);
    }
}
