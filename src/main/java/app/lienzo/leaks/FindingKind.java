package app.lienzo.leaks;

/// Whose name it is.
public enum FindingKind {
    /// The platform's own name or host.
    PLATFORM,
    /// Another organization's; which one is the operator's business.
    ORGANIZATION,
    /// Of what the product is made of.
    FRAMEWORK,
    /// A way to a host that is not the organization's.
    ELSEWHERE,
    /// The product failed: nobody knows what such an answer says.
    FAILURE
}
