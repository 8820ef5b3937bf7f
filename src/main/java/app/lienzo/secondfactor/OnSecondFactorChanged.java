package app.lienzo.secondfactor;

import app.lienzo.identity.MemberService;
import app.lienzo.mail.Letter;
import app.lienzo.mail.MailService;
import app.lienzo.secondfactor.SecondFactorChanged.Change;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;

/// Tells the person, in his own language.
@ApplicationScoped
class OnSecondFactorChanged {
    private final MemberService members;
    private final MailService mails;
    private final Links links;
    private final Languages languages;

    OnSecondFactorChanged(MemberService members, MailService mails, Links links, Languages languages) {
        this.members = members;
        this.mails = mails;
        this.links = links;
        this.languages = languages;
    }

    void tell(@Observes SecondFactorChanged changed) {
        var member = members.require(changed.member());
        var language = languages.speakingTo(member.language());
        mails.send(new Letter(
                ChangedMail.NAME,
                language,
                member.email(),
                member.name(),
                Map.of(
                        "name",
                        member.name(),
                        "what",
                        words(changed.change(), changed.left(), language),
                        "link",
                        links.to(SecondFactorService.PROFILE_PAGE).toString())));
    }

    static String words(Change change, int left, Locale language) {
        return Words.text("secondfactor", language, change.name(), left);
    }
}
