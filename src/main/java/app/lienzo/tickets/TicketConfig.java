package app.lienzo.tickets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a ticket holds at most.
@ConfigMapping(prefix = "lienzo.tickets")
interface TicketConfig {
    @WithDefault("250")
    int subjectMax();

    /// Characters that are typed for a description, a reply or a note.
    @WithDefault("50000")
    int textMax();

    @WithDefault("10")
    int filesMax();

    /// An uploaded file that no entry took is forgotten after so long.
    @WithDefault("24h")
    Duration fileWaits();

    /// Files of one contact that wait for an entry; what is forgotten in [#fileWaits] counts no more.
    @WithDefault("50")
    int filesWaitingMax();

    /// Names for how far a ticket is, per space.
    @WithDefault("40")
    int statesMax();

    /// Tickets that are changed at once.
    @WithDefault("200")
    int bulkMax();

    /// Tickets that one is linked with.
    @WithDefault("50")
    int linksMax();

    /// How long a change can be taken back.
    @WithDefault("15m")
    Duration undoable();

    /// Days without an answer after which a solved one closes, in a space that says nothing else; 0 for never.
    @WithDefault("7")
    int closedAfterDays();

    /// Solved ones that are closed in one go per space; the rest has its turn the next time.
    @WithDefault("1000")
    int closedAtOnceMax();

    /// Members who follow one.
    @WithDefault("50")
    int followersMax();
}
