package app.lienzo.tenancy;

import app.lienzo.kernel.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keeps secrets that have to be read again (passwords of mail servers, keys of identity providers)
/// encrypted at rest: AES-256-GCM (NIST SP 800-38D) under a key made from the installation's secret. What
/// was sealed for one organization and purpose opens for no other.
@ApplicationScoped
public class Vault {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Scope scope;
    private final SecretKeySpec key;

    Vault(Scope scope, TenancyConfig config) {
        this.scope = scope;
        var secret = config.secret().getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(Secrets.hmac(secret, "vault"), "AES");
    }

    /// @param purpose what it is for, `mail-password`; has to be the same when it is opened
    public byte[] seal(String purpose, String secret) {
        var nonce = Secrets.bytes(NONCE_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// @throws IllegalStateException when it was sealed for somebody or something else, or under another
    ///     secret of the installation
    public String open(String purpose, byte[] sealed) {
        var content = ByteBuffer.wrap(sealed);
        if (content.remaining() <= 1 + NONCE_BYTES || content.get() != VERSION)
            throw new IllegalStateException("Not sealed here");
        var nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        var rest = new byte[content.remaining()];
        content.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((scope.organization().id() + "\n" + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed secret cannot be opened", e);
        }
    }
}
