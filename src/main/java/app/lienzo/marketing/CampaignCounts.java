package app.lienzo.marketing;

/// What became of a campaign's mails.
///
/// @param bounced addresses whose server refused the mail for good, or too often
/// @param suppressed who wanted none by the time it was their turn
/// @param unknown mails that somebody was about to send when he died; they may have arrived and are not sent again
public record CampaignCounts(
        long total, long waiting, long sent, long bounced, long suppressed, long unknown, long unsubscribed) {
    /// 0 to 100.
    public long percent() {
        return total == 0 ? 0 : (total - waiting) * 100 / total;
    }
}
