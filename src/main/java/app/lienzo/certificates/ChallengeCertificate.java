package app.lienzo.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// A self-made certificate with an authority's proof in it, and its key.
public record ChallengeCertificate(X509Certificate certificate, PrivateKey key) {}
