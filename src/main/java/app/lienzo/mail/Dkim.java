package app.lienzo.mail;

import app.lienzo.kernel.Secrets;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/// Signatures by which a receiver sees that a domain's owner sent a mail (RFC 6376, keys as in RFC 8301).
final class Dkim {
    private static final int BITS = 2048;

    private Dkim() {}

    static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A name that no older key of the domain has.
    static String newSelector() {
        return "m" + Secrets.hex(Secrets.bytes(4));
    }

    /// What belongs into DNS.
    static String record(KeyPair keys) {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    static MimeMessage signed(MimeMessage message, String domain, String selector, byte[] privateKey) {
        try {
            var key =
                    (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            var signer = new DkimSigner(domain, selector, key);
            signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
            signer.setHeaderCanonicalization(Canonicalization.RELAXED);
            signer.setBodyCanonicalization(Canonicalization.RELAXED);
            signer.setLengthParam(false);
            signer.setZParam(false);
            // That needs the network, and would hold mails back while DNS is slow.
            signer.setCheckDomainKey(false);
            return new DkimMessage(message, signer);
        } catch (GeneralSecurityException | DkimException | MessagingException e) {
            throw new IllegalStateException("A mail cannot be signed", e);
        }
    }
}
