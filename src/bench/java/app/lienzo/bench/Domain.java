package app.lienzo.bench;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A host name with a P-256 certificate of one intermediate authority.
record Domain(UUID id, String host, KeyPair keys, X509Certificate certificate) {
    private static final AtomicLong SERIALS = new AtomicLong(1);
    private static final KeyPair ISSUER_KEYS = keyPair();
    private static final X509Certificate ISSUER =
            sign("CN=Bench Intermediate,O=Bench", ISSUER_KEYS, "CN=Bench Root,O=Bench", "");

    static Domain of(String host) {
        var keys = keyPair();
        return new Domain(
                UUID.randomUUID(), host, keys, sign("CN=" + host, keys, "CN=Bench Intermediate,O=Bench", host));
    }

    byte[] chain() {
        try {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(certificate.getEncoded());
            bytes.writeBytes(ISSUER.getEncoded());
            return bytes.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key as the product's `Vault` seals it: a copy by hand.
    byte[] sealedKey(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var key = new SecretKeySpec(mac.doFinal("vault".getBytes(StandardCharsets.UTF_8)), "AES");
            var nonce = new byte[12];
            new SecureRandom().nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(("\ncertificate " + id + " " + host).getBytes(StandardCharsets.UTF_8));
            var sealed = cipher.doFinal(keys.getPrivate().getEncoded());
            return ByteBuffer.allocate(1 + nonce.length + sealed.length)
                    .put((byte) 1)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String chainPem() {
        return pem(certificate, ISSUER);
    }

    String keyPem() {
        try {
            return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Object... things) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var thing : things) writer.writeObject(thing);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(String name, KeyPair keys, String issuer, String host) {
        try {
            var begin = Instant.now().minus(Duration.ofDays(1));
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(begin),
                    Date.from(begin.plus(Duration.ofDays(90))),
                    new X500Name(name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(host.isEmpty()));
            if (!host.isEmpty())
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            var by = host.isEmpty() ? keys : ISSUER_KEYS;
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
        } catch (GeneralSecurityException
                | java.io.IOException
                | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
