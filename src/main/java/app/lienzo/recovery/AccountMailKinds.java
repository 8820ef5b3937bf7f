package app.lienzo.recovery;

import app.lienzo.mail.MailKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// The kinds of mail about an account: one bean for each, as the port wants them.
class AccountMailKinds {
    @Produces
    @Singleton
    MailKind welcome() {
        return new AccountMail(AccountMail.WELCOME, List.of("name", "userName", "link", "time", "signInLink"));
    }

    @Produces
    @Singleton
    MailKind welcomeElsewhere() {
        return new AccountMail(AccountMail.WELCOME_ELSEWHERE, List.of("name", "userName", "link"));
    }

    @Produces
    @Singleton
    MailKind reset() {
        return new AccountMail(AccountMail.RESET, List.of("name", "userName", "link", "time"));
    }

    @Produces
    @Singleton
    MailKind resetElsewhere() {
        return new AccountMail(AccountMail.RESET_ELSEWHERE, List.of("name", "userName", "link"));
    }

    @Produces
    @Singleton
    MailKind confirmEmail() {
        return new AccountMail(AccountMail.CONFIRM_EMAIL, List.of("name", "userName", "address", "link", "time"));
    }

    @Produces
    @Singleton
    MailKind passwordChanged() {
        return new AccountMail(AccountMail.PASSWORD_CHANGED, List.of("name", "userName", "when", "place", "link"));
    }

    @Produces
    @Singleton
    MailKind emailChanged() {
        return new AccountMail(
                AccountMail.EMAIL_CHANGED, List.of("name", "userName", "before", "now", "when", "place"));
    }

    @Produces
    @Singleton
    MailKind levelChanged() {
        return new AccountMail(AccountMail.LEVEL_CHANGED, List.of("name", "before", "now", "link"));
    }
}
