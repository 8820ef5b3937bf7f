package app.lienzo.marketing;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.mail.BulletinService;
import java.util.Locale;

/// What a campaign says, and to whom.
///
/// @param body Markdown; `{{name}}` is the reader's name
/// @param speakers whether only to those who read its language
public record CampaignDraft(String subject, String body, Locale language, Audience audience, boolean speakers) {
    static final int SUBJECT_MAX = 150;
    static final int BODY_MAX = 10_000;

    /// @throws Refused `campaign-subject-missing`, `campaign-body-missing`, `campaign-too-long`, and what
    ///     [BulletinService#check] refuses
    CampaignDraft checked(BulletinService bulletins) {
        if (subject.length() > 4 * SUBJECT_MAX || body.length() > 4 * BODY_MAX)
            throw Refused.invalid("campaign-too-long", BODY_MAX);
        var line = SafeText.line(subject, 4 * SUBJECT_MAX);
        var text = SafeText.block(body).strip();
        if (line.isEmpty()) throw Refused.invalid("campaign-subject-missing");
        if (text.isEmpty()) throw Refused.invalid("campaign-body-missing");
        if (line.length() > SUBJECT_MAX || text.length() > BODY_MAX)
            throw Refused.invalid("campaign-too-long", BODY_MAX);
        bulletins.check(line, text);
        return new CampaignDraft(line, text, language, audience, speakers);
    }
}
