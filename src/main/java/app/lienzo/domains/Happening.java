package app.lienzo.domains;

/// What became of a name: steps of its history. The words of each are `happening-…`.
public enum Happening {
    ADDED,
    PROOF_SEEN,
    PROOF_GONE,
    /// Another organization has proved it: the new proof has to stand for a while.
    CONTESTED,
    /// Somebody else shows a proof of a name of ours.
    CLAIMED_BY_ANOTHER,
    VERIFIED,
    POINTED,
    ACTIVE,
    /// The certificate is gone or over.
    INACTIVE,
    POINTS_ELSEWHERE,
    MOVED,
    BACK,
    QUARANTINED,
    EXPIRED,
    LOST,
    REMOVED,
    MADE_PRIMARY,
    UPLOADED
}
