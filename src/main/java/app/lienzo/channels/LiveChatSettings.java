package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import java.util.List;

/// What a member sets of a live chat.
///
/// @param name for the team
/// @param origins web sites that may embed it; see [Origins]
/// @param hoursText shown to visitors
/// @param hours when somebody answers; see [OfficeHours]; empty means always
/// @param zone IANA time zone of the hours
public record LiveChatSettings(
        String name, List<String> origins, Texts greeting, Texts hoursText, String hours, String zone) {
    private static final int NAME_MAX = 80;
    private static final int GREETING_MAX = 500;
    private static final int HOURS_TEXT_MAX = 200;

    /// @throws Refused `channel-name-missing`, `origins-missing`, `origin-malformed`, `hours-malformed`
    public LiveChatSettings checked() {
        var cleanName = SafeText.line(name, NAME_MAX);
        if (cleanName.isEmpty()) throw Refused.invalid("channel-name-missing");
        OfficeHours.read(hours, zone);
        return new LiveChatSettings(
                cleanName,
                Origins.checked(origins),
                clean(greeting, GREETING_MAX),
                clean(hoursText, HOURS_TEXT_MAX),
                hours.strip(),
                zone);
    }

    private static Texts clean(Texts texts, int max) {
        return new Texts(
                SafeText.cut(SafeText.block(texts.es()), max),
                SafeText.cut(SafeText.block(texts.en()), max),
                SafeText.cut(SafeText.block(texts.pt()), max));
    }
}
