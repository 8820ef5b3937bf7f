package app.lienzo.tickets;

/// When solved tickets of a space close by themselves.
///
/// @param days without an answer, counted from the solution or from the last word after it; 0 for never
/// @param version 0 where nobody changed it
public record TicketClosing(int days, int version) {
    public static final int DAYS_MAX = 365;

    public boolean never() {
        return days == 0;
    }
}
