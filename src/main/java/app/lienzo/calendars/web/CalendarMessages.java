package app.lienzo.calendars.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of calendars.
@MessageBundle("calendars")
interface CalendarMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String create();

    @Message
    String newTitle();

    @Message
    String back();

    @Message
    String cancel();

    @Message
    String save();

    @Message
    String edit();

    @Message
    String editName(String name);

    @Message
    String first();

    @Message
    String prefer();

    @Message
    String preferName(String name);

    @Message
    String holidaysOf(String country);

    @Message
    String removed();

    @Message
    String preferred();

    @Message
    String created();

    @Message
    String saved();

    @Message
    String hours();

    @Message
    String name();

    @Message
    String zone();

    @Message
    String closed();

    @Message
    String fill();

    @Message
    String weekHelp();

    @Message
    String holidays();

    @Message
    String country();

    @Message
    String region();

    @Message
    String regionHelp();

    @Message
    String wholeCountry();

    @Message
    String noHolidays();

    @Message
    String ownDays();

    @Message
    String ownHelp();

    @Message
    String ownDay(int number);

    @Message
    String date();

    @Message
    String dayName();

    @Message
    String repeats();

    @Message
    String once();

    @Message
    String yearly();

    @Message
    String preview();

    @Message
    String previewText();

    @Message
    String tryTitle();

    @Message
    String begins();

    @Message
    String amount();

    @Message
    String amountHelp();

    @Message
    String tryIt();

    @Message
    String dueAt();

    @Message
    String nothing();

    @Message
    String remove();

    @Message
    String removeText();
}
