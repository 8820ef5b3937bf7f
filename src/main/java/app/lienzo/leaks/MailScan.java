package app.lienzo.leaks;

import app.lienzo.mail.MailSettingsService;
import app.lienzo.mail.MailTemplateService;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks at every kind of mail in every language, as it would go out now, and at the address it comes from.
@ApplicationScoped
class MailScan {
    private final MailTemplateService templates;
    private final MailSettingsService settings;

    MailScan(MailTemplateService templates, MailSettingsService settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /// @return how many mails were looked at
    int scan(Judge judge) {
        judge.mail("From", "From", settings.get().sender());
        int mails = 0;
        for (var language : Languages.OFFERED) {
            for (var listed : templates.list(language)) {
                var text = templates.open(listed.kind(), language).text();
                var sheet = templates.preview(listed.kind(), language, text);
                var path = listed.kind() + " (" + language.getLanguage() + ")";
                judge.mail(path, "Subject", sheet.subject());
                judge.mail(path, "HTML", sheet.html());
                judge.mail(path, "Text", sheet.text());
                mails++;
            }
        }
        return mails;
    }
}
