package app.lienzo.world;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority of the tests: a root, an intermediate, and whatever certificate a test needs.
public final class Authority {
    private static final AtomicLong SERIALS = new AtomicLong(0x1_0000_0000L);
    private static final Duration LIFE = Duration.ofDays(90);

    /// Made once for a run: keys take their time.
    public static final Authority ONE = new Authority();

    private final KeyPair rootKeys = keys("EC", 256);
    private final KeyPair middleKeys = keys("EC", 256);
    public final X509Certificate root = certify("CN=Test Root,O=Test Authority", rootKeys, true);
    public final X509Certificate middle =
            sign("CN=Test Intermediate,O=Test Authority", middleKeys, root, rootKeys, Instant.now(), LIFE, true, null);

    /// A certificate with its key.
    ///
    /// @param chain without the root
    public record Issued(List<X509Certificate> chain, PrivateKey key) {
        public X509Certificate leaf() {
            return chain.getFirst();
        }

        public String chainPem() {
            return pem(chain.toArray());
        }

        public String keyPem() {
            try {
                return pem(new JcaPKCS8Generator(key, null));
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// For these names, beginning a day ago.
    public Issued issue(String... names) {
        return issue(
                keys("EC", 256), Instant.now().minus(Duration.ofDays(1)), LIFE, KeyPurposeId.id_kp_serverAuth, names);
    }

    public Issued issue(Instant from, Duration life, String... names) {
        return issue(keys("EC", 256), from, life, KeyPurposeId.id_kp_serverAuth, names);
    }

    public Issued issue(KeyPair keys, String... names) {
        return issue(keys, Instant.now().minus(Duration.ofDays(1)), LIFE, KeyPurposeId.id_kp_serverAuth, names);
    }

    public Issued issue(KeyPair keys, Instant from, Duration life, KeyPurposeId use, String... names) {
        var leaf = sign("", keys, middle, middleKeys, from, life, false, use, names);
        return new Issued(List.of(leaf, middle), keys.getPrivate());
    }

    public static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            else generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(Object... things) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var thing : things) writer.writeObject(thing);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static X509Certificate certify(String name, KeyPair keys, boolean authority) {
        return sign(name, keys, null, keys, Instant.now(), LIFE.multipliedBy(40), authority, null);
    }

    private static X509Certificate sign(
            String name,
            KeyPair keys,
            X509Certificate issuer,
            KeyPair issuerKeys,
            Instant from,
            Duration life,
            boolean authority,
            KeyPurposeId use,
            String... names) {
        try {
            var by = issuer == null
                    ? new X500Name(name)
                    : X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
            var builder = new JcaX509v3CertificateBuilder(
                    by,
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(from),
                    Date.from(from.plus(life)),
                    new X500Name(name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (use != null) builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
            if (names.length > 0) {
                var all = Arrays.stream(names)
                        .map(one -> new GeneralName(GeneralName.dNSName, one))
                        .toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, name.isEmpty(), new GeneralNames(all));
            }
            var signer = new JcaContentSignerBuilder(
                            issuerKeys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                    .build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }
}
