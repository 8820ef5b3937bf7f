package app.lienzo.marketing;

/// How far a campaign is.
public enum CampaignState {
    DRAFT,
    SCHEDULED,
    SENDING,
    PAUSED,
    SENT;

    /// Whether it can still be changed: nobody has got anything yet.
    public boolean changeable() {
        return this == DRAFT;
    }

    public boolean begun() {
        return this == SENDING || this == PAUSED || this == SENT;
    }
}
