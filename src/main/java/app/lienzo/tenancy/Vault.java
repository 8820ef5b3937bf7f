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
        return seal(owned(purpose), secret.getBytes(StandardCharsets.UTF_8));
    }

    /// Seals what is opened again before anybody knows for which organization: the key of a certificate in
    /// a handshake, an account of the installation.
    ///
    /// @param thing the one thing it belongs to, such as a kind and an id; opens together with it only
    public byte[] sealFor(String thing, byte[] secret) {
        return seal(shared(thing), secret);
    }

    /// @throws IllegalStateException as [#open]
    public byte[] openFor(String thing, byte[] sealed) {
        return open(shared(thing), sealed);
    }

    private byte[] seal(byte[] bound, byte[] secret) {
        var nonce = Secrets.bytes(NONCE_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, bound, nonce, secret);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// @throws IllegalStateException when it was sealed for somebody or something else, or under another
    ///     secret of the installation
    public String open(String purpose, byte[] sealed) {
        return new String(open(owned(purpose), sealed), StandardCharsets.UTF_8);
    }

    private byte[] open(byte[] bound, byte[] sealed) {
        var content = ByteBuffer.wrap(sealed);
        if (content.remaining() <= 1 + NONCE_BYTES || content.get() != VERSION)
            throw new IllegalStateException("Not sealed here");
        var nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        var rest = new byte[content.remaining()];
        content.get(rest);
        return run(Cipher.DECRYPT_MODE, bound, nonce, rest);
    }

    private byte[] owned(String purpose) {
        return (scope.organization().id() + "\n" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    /// No organization's id begins with a line break.
    private static byte[] shared(String thing) {
        return ("\n" + thing).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] bound, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed secret cannot be opened", e);
        }
    }
}
