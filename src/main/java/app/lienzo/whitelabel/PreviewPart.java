package app.lienzo.whitelabel;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the editor can show in the look of the draft.
public enum PreviewPart {
    SIGN_IN("login-2", Frame.DESK),
    CONSOLE("inbox", Frame.DESK),
    PORTAL("help", Frame.DESK),
    WIDGET("message-circle", Frame.DESK),
    MAIL("mail", Frame.DESK),
    MAIL_TEXT("note", Frame.DESK),
    TAB("world", Frame.NONE),
    PHONE("device-mobile", Frame.PHONE);

    /// What stands around it.
    public enum Frame {
        DESK,
        PHONE,
        /// It is drawn by the editor's own page.
        NONE
    }

    private final String icon;
    private final Frame frame;

    PreviewPart(String icon, Frame frame) {
        this.icon = icon;
        this.frame = frame;
    }

    public String icon() {
        return icon;
    }

    public Frame frame() {
        return frame;
    }

    /// Its name in addresses: `mail-text`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PreviewPart> named(@Nullable String code) {
        for (var part : values()) if (part.code().equals(code)) return Optional.of(part);
        return Optional.empty();
    }
}
