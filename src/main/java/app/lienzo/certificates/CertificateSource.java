package app.lienzo.certificates;

/// Where a certificate came from.
public enum CertificateSource {
    /// Ordered from a certificate authority, and renewed by us.
    ACME,
    /// The customer's own; goes before ours as long as it is valid.
    UPLOADED
}
