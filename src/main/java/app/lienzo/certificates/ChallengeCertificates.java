package app.lienzo.certificates;

import java.util.Optional;

/// Certificates that prove to an authority that a host is ours (TLS-ALPN-01, RFC 8737): shown to clients
/// that speak `acme-tls/1` and nothing else, and to nobody else.
public interface ChallengeCertificates {
    /// Asked within a handshake, on a thread that may wait a little.
    Optional<ChallengeCertificate> find(String host);
}
