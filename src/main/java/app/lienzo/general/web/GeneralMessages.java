package app.lienzo.general.web;

import app.lienzo.tenancy.Vocabulary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the organization's general settings.
@MessageBundle("general")
interface GeneralMessages {
    @Message
    String title();

    @Message
    String text();

    @Message
    String saved();

    @Message
    String name();

    @Message
    String nameHelp();

    @Message
    String language();

    @Message
    String languageHelp();

    @Message
    String vocabulary();

    @Message
    String vocabularyHelp();

    @Message
    String timeZone();

    @Message
    String timeZoneNone();

    @Message
    String timeZoneHelp();

    @Message
    String vocabularyName(Vocabulary vocabulary);

    @Message
    String vocabularyExample(Vocabulary vocabulary);

    @Message
    String save();

    @Message
    String setupTitle();

    @Message
    String setupHint();
}
