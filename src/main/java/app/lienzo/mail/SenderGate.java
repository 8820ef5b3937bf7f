package app.lienzo.mail;

import org.jspecify.annotations.Nullable;

/// Port: says, each time a mail goes out, whether the world will believe an organization's own sender.
public interface SenderGate {
    /// Only reads what is known; it waits for nobody.
    ///
    /// @param address the organization's own
    Standing of(String address);

    /// @param proved whether mails may go out under the address by the installation's server
    /// @param signature null while DNS shows no key of ours
    record Standing(boolean proved, @Nullable Signature signature) {
        public static final Standing UNPROVED = new Standing(false, null);
    }

    /// @param privateKey PKCS #8
    @SuppressWarnings("ArrayRecordComponent")
    record Signature(String domain, String selector, byte[] privateKey) {}
}
