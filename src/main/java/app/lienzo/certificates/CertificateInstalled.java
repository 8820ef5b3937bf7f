package app.lienzo.certificates;

import java.time.Instant;
import java.util.UUID;

/// A host got a certificate; told within the transaction that stores it.
public record CertificateInstalled(String host, UUID certificate, Instant notAfter) {}
