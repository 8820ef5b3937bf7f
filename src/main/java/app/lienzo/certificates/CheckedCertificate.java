package app.lienzo.certificates;

import app.lienzo.kernel.Refused;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody uploaded, in order and found fit to be shown: the chain sorted from the host's own
/// certificate upwards, without a root that every client has anyway.
final class CheckedCertificate {
    private static final int RSA_MIN = 2_048;
    /// A signature with a longer one costs more than a handshake may.
    private static final int RSA_MAX = 4_096;

    private static final List<Integer> CURVE_BITS = List.of(256, 384);
    private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
    private static final String FOR_ANYTHING = "2.5.29.37.0";
    private static final byte[] PROBE = {1, 9, 8, 4};

    private CheckedCertificate() {}

    /// @param given in any order
    /// @throws Refused `certificate-key-other`, `certificate-key-kind`, `certificate-key-weak`,
    ///     `certificate-signature-weak`, `certificate-name-missing`, `certificate-expired`,
    ///     `certificate-not-yet-valid`, `certificate-not-for-servers`, `certificate-chain-broken`,
    ///     `certificate-chain-incomplete`
    static NewCertificate of(String host, List<X509Certificate> given, PrivateKey key, Instant now) {
        // Before it is worked with: signing takes the longer the larger a key is.
        if (key instanceof RSAKey rsa) checkStrength(rsa);
        var leaf = given.stream()
                .filter(one -> fits(one.getPublicKey(), key))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("certificate-key-other"));
        checkStrength(leaf);
        checkUse(leaf, host, now);
        return new NewCertificate(host, ordered(leaf, given), key, CertificateSource.UPLOADED);
    }

    /// Whether the two are halves of one pair.
    static boolean fits(PublicKey open, PrivateKey secret) {
        if (!open.getAlgorithm().equals(secret.getAlgorithm())) return false;
        try {
            var signature = Signature.getInstance(open instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(secret);
            signature.update(PROBE);
            var signed = signature.sign();
            signature.initVerify(open);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void checkStrength(RSAKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < RSA_MIN || bits > RSA_MAX) throw Refused.invalid("certificate-key-weak", bits);
    }

    private static void checkStrength(X509Certificate leaf) {
        switch (leaf.getPublicKey()) {
            case RSAPublicKey rsa -> checkStrength(rsa);
            case ECPublicKey curve -> {
                int bits = curve.getParams().getCurve().getField().getFieldSize();
                if (!CURVE_BITS.contains(bits)) throw Refused.invalid("certificate-key-kind");
            }
            default -> throw Refused.invalid("certificate-key-kind");
        }
        var signed = leaf.getSigAlgName().toUpperCase(Locale.ROOT);
        if (signed.startsWith("SHA1") || signed.startsWith("MD")) throw Refused.invalid("certificate-signature-weak");
    }

    private static void checkUse(X509Certificate leaf, String host, Instant now) {
        if (!CoveredNames.cover(leaf, host)) throw Refused.invalid("certificate-name-missing", host);
        if (!now.isBefore(leaf.getNotAfter().toInstant())) throw Refused.invalid("certificate-expired");
        if (now.isBefore(leaf.getNotBefore().toInstant())) throw Refused.invalid("certificate-not-yet-valid");
        try {
            var uses = leaf.getExtendedKeyUsage();
            if (uses != null && !uses.contains(FOR_SERVERS) && !uses.contains(FOR_ANYTHING))
                throw Refused.invalid("certificate-not-for-servers");
        } catch (CertificateParsingException e) {
            throw Refused.invalid("certificate-unreadable");
        }
    }

    private static List<X509Certificate> ordered(X509Certificate leaf, List<X509Certificate> given) {
        var chain = new ArrayList<X509Certificate>();
        var rest = new ArrayList<>(given);
        rest.removeIf(leaf::equals);
        chain.add(leaf);
        for (var issuer = issuer(leaf, rest); issuer.isPresent(); issuer = issuer(chain.getLast(), rest)) {
            var next = issuer.get();
            chain.add(next);
            rest.removeIf(next::equals);
        }
        if (!rest.isEmpty()) throw Refused.invalid("certificate-chain-broken");
        if (chain.size() == 1 && !selfSigned(leaf) && !Roots.sign(leaf))
            throw Refused.invalid("certificate-chain-incomplete");
        if (chain.size() > 1 && selfSigned(chain.getLast())) chain.removeLast();
        return chain;
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> among) {
        if (selfSigned(of)) return Optional.empty();
        return among.stream()
                .filter(one -> one.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .filter(one -> signed(one, of))
                .findFirst();
    }

    private static boolean selfSigned(X509Certificate one) {
        return one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
    }

    static boolean signed(X509Certificate issuer, X509Certificate one) {
        try {
            one.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
