package app.lienzo.tenancy;

import app.lienzo.kernel.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/// Signs what leaves the house and comes back (links to files, form tokens) with a key of the
/// organization at hand, so that what was signed for one is worth nothing at another.
@ApplicationScoped
public class Signatures {
    private final Scope scope;
    private final byte[] secret;

    Signatures(Scope scope, TenancyConfig config) {
        this.scope = scope;
        this.secret = config.secret().getBytes(StandardCharsets.UTF_8);
    }

    /// @param purpose keeps signatures of different kinds apart
    public String sign(String purpose, String text) {
        var organization = scope.find().map(OrganizationView::id).orElse("platform");
        return Secrets.urlSafe(Secrets.hmac(secret, organization + "\n" + purpose + "\n" + text));
    }

    public boolean signed(String purpose, String text, String signature) {
        return Secrets.same(sign(purpose, text), signature);
    }
}
