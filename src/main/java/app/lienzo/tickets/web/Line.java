package app.lienzo.tickets.web;

import app.lienzo.tickets.EntryBy;
import app.lienzo.tickets.EntryKind;
import app.lienzo.tickets.EntryView;
import app.lienzo.tickets.TicketFile;
import java.util.List;
import java.util.UUID;

/// An entry as the page of a ticket shows it.
///
/// @param author who wrote it, or a word for somebody without a name
/// @param own whether the member who looks wrote it
/// @param what which property a change is about, in the reader's language; empty for what was said
/// @param from its value before, empty for none
/// @param to its value now, empty for none
record Line(EntryView entry, String author, boolean own, String what, String from, String to, List<Chip> files) {
    /// A file and its size in words.
    record Chip(TicketFile file, String size) {
        static Chip of(TicketFile file) {
            return new Chip(file, size(file.bytes()));
        }

        public boolean pdf() {
            return file.mediaType().equals("application/pdf");
        }

        private static String size(int bytes) {
            if (bytes < 1024) return bytes + " B";
            if (bytes < 1024 * 1024) return Math.round(bytes / 1024.0) + " KB";
            return Math.round(bytes / 104857.6) / 10.0 + " MB";
        }
    }

    /// Whose colour it has.
    public UUID face() {
        var author = entry.authorId();
        return author == null ? entry.id() : author;
    }

    public boolean change() {
        return entry.kind() == EntryKind.CHANGE;
    }

    public boolean note() {
        return entry.kind() == EntryKind.NOTE;
    }

    public boolean byContact() {
        return entry.by() == EntryBy.CONTACT;
    }

    public boolean bySystem() {
        return entry.by() == EntryBy.SYSTEM;
    }

    /// Whether it can become a ticket of its own.
    public boolean splits() {
        return entry.kind() == EntryKind.REPLY || note();
    }
}
