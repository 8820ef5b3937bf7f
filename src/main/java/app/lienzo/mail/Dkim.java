package app.lienzo.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/// Signatures by which a receiver sees that a domain's owner sent a mail (RFC 6376, keys as in RFC 8301).
final class Dkim {
    private Dkim() {}

    static MimeMessage signed(MimeMessage message, SenderGate.Signature signature) {
        try {
            var secret = new PKCS8EncodedKeySpec(signature.privateKey());
            var key = (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(secret);
            var signer = new DkimSigner(signature.domain(), signature.selector(), key);
            signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
            signer.setHeaderCanonicalization(Canonicalization.RELAXED);
            signer.setBodyCanonicalization(Canonicalization.RELAXED);
            // RFC 8058, section 4: without it nobody offers the one click. The other headers of lists are signed
            // anyway.
            signer.addHeaderToSign("List-Unsubscribe-Post");
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
