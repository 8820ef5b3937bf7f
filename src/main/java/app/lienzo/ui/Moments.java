package app.lienzo.ui;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Points in time for pages, as they stand until the browser puts them into the reader's own zone.
@TemplateExtension(namespace = "moment")
public final class Moments {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Moments() {}

    public static String of(Instant instant) {
        return WRITTEN.format(instant);
    }
}
