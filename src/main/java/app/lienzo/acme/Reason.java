package app.lienzo.acme;

/// Why an order is not further, beside what a [Preflight] says. The code is what other features have words
/// for.
public enum Reason {
    /// The installation has no authority.
    NO_AUTHORITY,
    /// The domain's CAA records allow none of ours.
    CAA_FORBIDS,
    /// The customer's own certificate serves.
    CERTIFICATE_UPLOADED,
    /// The authority asked for quiet, after whatever host.
    AUTHORITY_PAUSED,
    /// The authority limits how much this host, its domain or we may have.
    RATE_LIMITED,
    AUTHORITY_UNREACHABLE,
    AUTHORITY_FAILED,
    /// The authority took none of our nonces.
    NONCE_REFUSED,
    /// All orders that the installation may make in an hour are made.
    ORDERS_SPENT,
    /// The same for this organization.
    ORGANIZATION_ORDERS_SPENT,
    /// The host failed so often lately that one more would get it locked out.
    HOST_FAILURES_SPENT,
    /// The authority could not reach the host.
    HOST_UNREACHABLE,
    /// The authority found no address, or the name servers failed.
    HOST_UNRESOLVED,
    /// Somebody else answered the authority.
    HOST_ANSWERED_WRONG,
    HOST_TLS_FAILED,
    /// The authority does not issue for this name.
    NAME_REFUSED,
    /// The authority wants something of whoever runs the installation.
    ACCOUNT_REFUSED,
    /// The order lapsed before it was done.
    ORDER_LAPSED,
    /// What was issued does not fit what was ordered.
    CERTIFICATE_UNFIT,
    /// A fault of ours; the log knows more.
    INTERNAL;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
