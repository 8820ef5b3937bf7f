package app.lienzo.certificates;

import app.lienzo.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/// Certificates and keys as people paste them (RFC 7468 and the older forms of OpenSSL), and as rows keep
/// them.
final class Pem {
    private Pem() {}

    /// All certificates of a text, in its order; anything else in it is passed over.
    ///
    /// @throws Refused `certificate-unreadable`
    static List<X509Certificate> certificates(String text) {
        var found = new ArrayList<X509Certificate>();
        try (var blocks = new PEMParser(new StringReader(text))) {
            for (var block = blocks.readObject(); block != null; block = blocks.readObject()) {
                if (block instanceof X509CertificateHolder holder) found.addAll(certificates(holder.getEncoded()));
            }
        } catch (IOException | RuntimeException e) {
            throw Refused.invalid("certificate-unreadable");
        }
        if (found.isEmpty()) throw Refused.invalid("certificate-unreadable");
        return found;
    }

    /// @throws Refused `certificate-key-unreadable`, `certificate-key-encrypted`, `certificate-key-kind`
    static PrivateKey key(String text) {
        return key(keyInfo(text));
    }

    private static PrivateKeyInfo keyInfo(String text) {
        try (var blocks = new PEMParser(new StringReader(text))) {
            for (var block = blocks.readObject(); block != null; block = blocks.readObject()) {
                switch (block) {
                    case PrivateKeyInfo info -> {
                        return info;
                    }
                    case PEMKeyPair pair -> {
                        return pair.getPrivateKeyInfo();
                    }
                    case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
                        throw Refused.invalid("certificate-key-encrypted");
                    default -> {
                        // Parameters of a curve, a certificate beside the key.
                    }
                }
            }
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Refused.invalid("certificate-key-unreadable");
        }
        throw Refused.invalid("certificate-key-unreadable");
    }

    private static PrivateKey key(PrivateKeyInfo info) {
        var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        try {
            if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) return key("EC", info.getEncoded());
            if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) return key("RSA", info.getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw Refused.invalid("certificate-key-unreadable");
        }
        throw Refused.invalid("certificate-key-kind");
    }

    /// @param encoded PKCS #8
    static PrivateKey key(String algorithm, byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /// One certificate behind the other.
    static byte[] encoded(List<X509Certificate> chain) {
        var bytes = new ByteArrayOutputStream();
        try {
            for (var certificate : chain) bytes.writeBytes(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static List<X509Certificate> certificates(byte[] encoded) {
        try {
            var found = new ArrayList<X509Certificate>();
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(encoded)))
                found.add((X509Certificate) one);
            return found;
        } catch (CertificateException e) {
            throw new IllegalStateException("No certificate", e);
        }
    }
}
