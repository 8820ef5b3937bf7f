package app.lienzo.channels.web;

import app.lienzo.branding.BrandService;
import app.lienzo.channels.ChannelView;
import app.lienzo.conversations.MessageService;
import app.lienzo.files.FileService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the widget needs to know to show itself.
///
/// @param ink colour that can be read on `color`
/// @param open whether somebody answers now, by the office hours
/// @param closed whether nothing new is taken any more: the space is archived
/// @param words every text of the widget in its language
record WidgetSettings(
        String name,
        String color,
        String ink,
        String icon,
        String greeting,
        boolean open,
        boolean closed,
        @Nullable String officeHours,
        String language,
        Map<String, String> words,
        int messageMax,
        Attachments attachments) {

    /// @param types what the file picker offers; what is let in is decided by the bytes, on the server
    record Attachments(int bytesMax, int countMax, List<String> types) {
        static final List<String> OFFERED = List.of(
                "image/*",
                "audio/*",
                "video/*",
                "text/plain",
                "text/csv",
                "application/pdf",
                "application/zip",
                "application/msword",
                "application/vnd.ms-excel",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                "application/vnd.oasis.opendocument.text",
                "application/vnd.oasis.opendocument.spreadsheet");
    }

    /// Puts them together.
    @ApplicationScoped
    static class Writer {
        private final BrandService brands;
        private final FileService files;
        private final MessageService messages;
        private final SpaceService spaces;
        private final Links links;
        private final Clock clock;

        Writer(
                BrandService brands,
                FileService files,
                MessageService messages,
                SpaceService spaces,
                Links links,
                Clock clock) {
            this.brands = brands;
            this.files = files;
            this.messages = messages;
            this.spaces = spaces;
            this.links = links;
            this.clock = clock;
        }

        WidgetSettings of(ChannelView channel, Locale locale) {
            var brand = brands.current();
            var language = locale.getLanguage();
            var settings = channel.settings();
            boolean archived = spaces.archived(channel.space());
            var hours = settings.hoursText().in(language);
            return new WidgetSettings(
                    brand.name(),
                    brand.color(),
                    brand.ink(),
                    links.to(brand.icon(192)).toString(),
                    settings.greeting().in(language),
                    channel.openAt(clock.instant()) && !archived,
                    archived,
                    hours.isEmpty() ? null : hours,
                    language,
                    Words.all("widget", locale),
                    messages.textMax(),
                    new Attachments(files.bytesMax(), messages.attachmentsMax(), Attachments.OFFERED));
        }
    }
}
