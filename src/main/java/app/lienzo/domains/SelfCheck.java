package app.lienzo.domains;

import app.lienzo.kernel.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What only this installation can answer: proves that a request for a name arrived here. Each replica
/// knows the answer to what another one asks.
@ApplicationScoped
public class SelfCheck {
    /// Where certificate authorities ask too; their tokens have no dot.
    public static final String PATH = "/.well-known/acme-challenge/self.";

    private final byte[] secret;

    SelfCheck(@ConfigProperty(name = "lienzo.tenancy.secret") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /// @param host the name that was asked for
    /// @param question what stands behind [#PATH]
    public String answer(String host, String question) {
        return Secrets.urlSafe(Secrets.hmac(secret, "self-check\n" + host + "\n" + question));
    }
}
