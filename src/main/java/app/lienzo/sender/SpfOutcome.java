package app.lienzo.sender;

/// What SPF says of a server (RFC 7208, 2.6), with the reasons apart for which it may be an error.
enum SpfOutcome {
    PASS,
    /// Servers that are not listed are nobody's, or are not to be believed.
    NEUTRAL,
    SOFTFAIL,
    FAIL,
    /// There is no record.
    NONE,
    SEVERAL_RECORDS,
    MALFORMED,
    TOO_MANY_LOOKUPS,
    /// An included domain has no record.
    INCLUDE_MISSING,
    UNANSWERED;

    boolean isError() {
        return compareTo(NONE) > 0;
    }
}
