package app.lienzo.recovery.web;

import app.lienzo.identity.PasswordRule;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of what a mailed link opens, and of one's own password.
@MessageBundle("recovery")
interface RecoveryMessages {
    @Message
    String forgot();

    @Message
    String forgotText();

    @Message
    String userNameOrEmail();

    @Message
    String send();

    @Message
    String backToSignIn();

    @Message
    String asked();

    @Message
    String askedText();

    @Message
    String askedNothing();

    @Message
    String askAgain();

    @Message
    String choosePassword();

    @Message
    String chooseFirst();

    @Message
    String chooseNew();

    @Message
    String userName();

    @Message
    String newPassword();

    @Message
    String repeat();

    @Message
    String show();

    @Message
    String rule();

    @Message
    String ruleLength();

    @Message
    String ruleLower();

    @Message
    String ruleUpper();

    @Message
    String ruleDigit();

    @Message
    String missing(PasswordRule.Missing part);

    @Message
    String fulfilled();

    @Message
    String unequal();

    @Message
    String strength(String word);

    @Message
    String strength0();

    @Message
    String strength1();

    @Message
    String strength2();

    @Message
    String strength3();

    @Message
    String strength4();

    @Message
    String savePassword();

    @Message
    String saveAndEnter();

    @Message
    String othersEnd();

    @Message
    String unusable();

    @Message
    String unusablePassword();

    @Message
    String unusableEmail();

    @Message
    String askForNew();

    @Message
    String passwordSet();

    @Message
    String passwordSetText();

    @Message
    String signIn();

    @Message
    String confirmEmail();

    @Message
    String confirmEmailText(String userName);

    @Message
    String confirm();

    @Message
    String confirmNot();

    @Message
    String emailConfirmed();

    @Message
    String emailConfirmedText();

    @Message
    String goOn();

    @Message
    String password();

    @Message
    String passwordText();

    @Message
    String currentPassword();

    @Message
    String saved();

    @Message
    String none();

    @Message
    String noneText();

    @Message
    String replace();

    @Message
    String replaceText();
}
