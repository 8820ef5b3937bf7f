package app.lienzo.identity;

import app.lienzo.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// The door to passes: with one the product looks at its own pages as a member would, over the loopback
/// interface, with `GET` and `HEAD` only and with the rights the member has at that moment. It is no sign-in: nothing
/// is written, nobody's list of devices shows it.
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
    /// @throws Refused not found for one who is not active
    public Pass issue(UUID member, boolean present, Duration lifetime) {
        var eyes = access.looking(member).orElseThrow(Refused::notFound);
        return new Pass(passes.issue(eyes, present, lifetime), passes);
    }
}
