package app.lienzo.leaks;

import java.util.Locale;

/// Where somebody could read it.
public enum Surface {
    PAGE,
    PROBLEM,
    SCRIPT,
    STYLE,
    PICTURE,
    HEADER,
    COOKIE,
    REDIRECT,
    MANIFEST,
    API,
    STREAM,
    WIDGET,
    MAIL,
    OTHER;

    /// What the body of an answer is.
    static Surface of(String path, int status, String mediaType) {
        var type = mediaType.toLowerCase(Locale.ROOT);
        if (status >= 400) return PROBLEM;
        if (path.startsWith("/widget")) return WIDGET;
        if (type.contains("event-stream")) return STREAM;
        if (type.contains("javascript")) return SCRIPT;
        if (type.contains("css")) return STYLE;
        if (type.startsWith("image/") || type.contains("font")) return PICTURE;
        if (type.contains("manifest")) return MANIFEST;
        if (type.contains("html")) return PAGE;
        return path.startsWith("/api/") ? API : OTHER;
    }
}
