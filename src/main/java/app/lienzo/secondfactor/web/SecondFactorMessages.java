package app.lienzo.secondfactor.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of second factors.
@MessageBundle("secondfactor")
interface SecondFactorMessages {
    @Message
    String secondFactor();

    @Message
    String text();

    @Message
    String off();

    @Message
    String on();

    @Message
    String since();

    @Message
    String password();

    @Message
    String setUp();

    @Message
    String othersEnd();

    @Message
    String change();

    @Message
    String changeText();

    @Message
    String anew();

    @Message
    String turnOff();

    @Message
    String neededHere();

    @Message
    String freshNeeded();

    @Message
    String newCodes();

    @Message
    String codesLeft(int count);

    @Message
    String codesFew();

    @Message
    String turnedOff();

    @Message
    String scan();

    @Message
    String scanText();

    @Message
    String picture();

    @Message
    String orType();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String code();

    @Message
    String codeHint();

    @Message
    String confirm();

    @Message
    String cancel();

    @Message
    String codes();

    @Message
    String codesText();

    @Message
    String codesOnce();

    @Message
    String codesFor(String userName);

    @Message
    String download();

    @Message
    String print();

    @Message
    String keptThem();

    @Message
    String step();

    @Message
    String stepText();

    @Message
    String codeOrRecovery();

    @Message
    String lost();

    @Message
    String lostText();

    @Message
    String enter();

    @Message
    String backToSignIn();

    @Message
    String neededText();

    @Message
    String security();

    @Message
    String securityText();

    @Message
    String require();

    @Message
    String requireText();

    @Message
    String withSso();

    @Message
    String withSsoText();

    @Message
    String spread(int on, int members);

    @Message
    String youHaveNone();

    @Message
    String save();

    @Message
    String saved();
}
