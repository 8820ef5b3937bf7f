package app.lienzo.marketing;

import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.Secrets;
import java.text.Normalizer;
import java.util.Locale;

/// What is kept of an address that wants no mail. Two ways of writing one address are one.
final class AddressHash {
    private AddressHash() {}

    /// @throws Refused `email-invalid`
    static byte[] of(String email) {
        var read = EmailAddress.read(Normalizer.normalize(email, Normalizer.Form.NFKC))
                .orElseThrow(() -> Refused.invalid("email-invalid"));
        return Secrets.hash("marketing " + read.toLowerCase(Locale.ROOT));
    }
}
