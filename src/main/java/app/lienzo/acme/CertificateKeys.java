package app.lienzo.acme;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// Key pairs of the one kind there is here, P-256, and how they are written down.
final class CertificateKeys {
    private CertificateKeys() {}

    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Both halves: the length of the private one, it, and the public one.
    static byte[] encoded(KeyPair keys) {
        var secret = keys.getPrivate().getEncoded();
        var open = keys.getPublic().getEncoded();
        return ByteBuffer.allocate(Integer.BYTES + secret.length + open.length)
                .putInt(secret.length)
                .put(secret)
                .put(open)
                .array();
    }

    static KeyPair decoded(byte[] bytes) {
        var content = ByteBuffer.wrap(bytes);
        var secret = new byte[content.getInt()];
        content.get(secret);
        var open = new byte[content.remaining()];
        content.get(open);
        try {
            var factory = KeyFactory.getInstance("EC");
            return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(open)), (ECPrivateKey)
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
