package app.lienzo.conversations.web;

import app.lienzo.conversations.AttachmentView;
import app.lienzo.conversations.MessageKind;
import app.lienzo.conversations.MessageView;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A message as the middle column shows it.
///
/// @param author who wrote it, or a word for a customer without a name
/// @param own whether the member who looks wrote it
/// @param read whether the customer has read it
record Bubble(
        MessageView message, String author, boolean own, boolean read, List<LinkedText.Part> parts, List<Chip> files) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /// A file and its size in words.
    record Chip(AttachmentView file, String size) {
        static Chip of(AttachmentView file) {
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

    static Bubble of(MessageView message, String author, boolean own, int readByContact) {
        return new Bubble(
                message,
                author,
                own,
                message.kind() == MessageKind.REPLY && readByContact >= message.seq(),
                LinkedText.of(message.text()).parts(),
                message.attachments().stream().map(Chip::of).toList());
    }

    /// For browsers without a script: the time in UTC.
    public String clock() {
        return CLOCK.format(message.at());
    }

    public boolean inbound() {
        return message.kind() == MessageKind.INBOUND;
    }

    public boolean reply() {
        return message.kind() == MessageKind.REPLY;
    }

    public boolean note() {
        return message.kind() == MessageKind.NOTE;
    }

    public boolean system() {
        return message.kind() == MessageKind.SYSTEM;
    }

    /// What happened, of a line of the system: `taken`, `transferred` and the like.
    public String code() {
        int colon = message.text().indexOf(':');
        return colon < 0 ? message.text() : message.text().substring(0, colon);
    }

    /// Whom it concerns, of a line of the system.
    public String detail() {
        return message.text().substring(message.text().indexOf(':') + 1);
    }
}
