package app.lienzo.tickets.web;

import app.lienzo.kernel.RichText;
import app.lienzo.tickets.EntryView;
import app.lienzo.tickets.TicketFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a ticket as programs see it.
///
/// @param seq its place, rising from 1
/// @param kind `description`, `reply`, `note` or `change`
/// @param by `member`, `contact` or `system`
/// @param html what was said, sanitised
/// @param text the same without its form
/// @param change what changed; null for everything else
public record EntryItem(
        UUID id,
        int seq,
        String kind,
        String by,
        @Nullable UUID authorId,
        String author,
        String html,
        String text,
        EntryView.@Nullable Change change,
        Instant at,
        List<TicketFile> attachments) {

    static EntryItem of(EntryView entry) {
        return new EntryItem(
                entry.id(),
                entry.seq(),
                TicketItem.word(entry.kind()),
                TicketItem.word(entry.by()),
                entry.authorId(),
                entry.author(),
                entry.body(),
                RichText.plain(entry.body()),
                entry.change(),
                entry.at(),
                entry.files());
    }
}
