package app.lienzo.tickets.web;

import app.lienzo.tickets.TicketView;
import java.util.List;

/// The page of a ticket.
///
/// @param path where it is shown, the address people share
/// @param requester how he is called
/// @param older whether there is more before the first line
/// @param writable whether the member may change it at all: its space is in use
record TicketDesk(
        TicketView ticket,
        String path,
        String spaceName,
        String requester,
        List<Line> lines,
        boolean older,
        boolean writable,
        Facts facts,
        Composer composer) {

    /// What is being written.
    ///
    /// @param kind `REPLY` or `NOTE`
    /// @param seen the last line its writer had before his eyes
    /// @param newer how many public lines came in that he had not seen when he sent it
    /// @param fault what was wrong with it; empty for nothing
    record Composer(String kind, String reply, String note, int seen, int newer, int textMax, String fault) {
        public boolean noting() {
            return kind.equals("NOTE");
        }

        /// For another draft that was kept longer ago than the page shows.
        Composer guarded(int count) {
            return new Composer(kind, reply, note, seen, count, textMax, fault);
        }
    }

    TicketDesk with(Facts other) {
        return new TicketDesk(ticket, path, spaceName, requester, lines, older, writable, other, composer);
    }

    public int first() {
        return lines.isEmpty() ? 0 : lines.getFirst().entry().seq();
    }

    public int last() {
        return ticket.lastSeq();
    }

    /// How a customer is spoken of in buttons.
    public String firstName() {
        return requester.split(" ", 2)[0];
    }
}
