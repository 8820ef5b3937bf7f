package app.lienzo.channels.web;

import app.lienzo.channels.FileLinks;
import app.lienzo.conversations.AttachmentView;
import app.lienzo.conversations.MessageKind;
import app.lienzo.conversations.MessageView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as the widget shows it.
///
/// @param clientId the widget's own key of it; null for the team's
/// @param from `visitor` or `team`
record WidgetMessage(
        UUID id,
        int seq,
        @Nullable String clientId,
        String from,
        @Nullable String author,
        String text,
        Instant at,
        List<WidgetAttachment> attachments) {

    /// @param url signed; works as the address of a picture and of a download
    /// @param preview a smaller picture; null for what is none
    record WidgetAttachment(
            UUID id,
            String name,
            String type,
            int bytes,
            @Nullable Integer width,
            @Nullable Integer height,
            String url,
            @Nullable String preview) {
        static WidgetAttachment of(AttachmentView file, FileLinks links) {
            return new WidgetAttachment(
                    file.id(),
                    file.name(),
                    file.mediaType(),
                    file.bytes(),
                    file.width(),
                    file.height(),
                    links.to(file.id(), false),
                    file.image() ? links.to(file.id(), true) : null);
        }
    }

    static WidgetMessage of(MessageView message, FileLinks links) {
        boolean own = message.kind() == MessageKind.INBOUND;
        return new WidgetMessage(
                message.id(),
                message.seq(),
                own ? message.source() : null,
                own ? "visitor" : "team",
                own ? null : message.author(),
                message.text(),
                message.at(),
                message.attachments().stream()
                        .map(file -> WidgetAttachment.of(file, links))
                        .toList());
    }
}
