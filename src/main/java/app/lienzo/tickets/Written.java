package app.lienzo.tickets;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.RichText;

/// What somebody wrote, before it is made fit to be kept.
///
/// @param html whether it is HTML; Markdown otherwise
public record Written(String text, boolean html) {
    public static final Written NOTHING = new Written("", false);

    public static Written markdown(String text) {
        return new Written(text, false);
    }

    public static Written html(String text) {
        return new Written(text, true);
    }

    public boolean blank() {
        return text.isBlank();
    }

    /// As it is kept.
    ///
    /// @throws Refused `ticket-text-too-long`
    String kept(int max) {
        if (text.length() > (html ? 4 * max : max)) throw Refused.invalid("ticket-text-too-long", max);
        return html ? RichText.ofHtml(text) : RichText.ofMarkdown(text);
    }
}
