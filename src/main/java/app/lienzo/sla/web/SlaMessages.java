package app.lienzo.sla.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of response times.
@MessageBundle("sla")
interface SlaMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String saved();

    @Message
    String on();

    @Message
    String off();

    @Message
    String warnsAt(int percent);

    @Message
    String nothingPromised();

    @Message
    String setUp();

    @Message
    String setUpName(String name);

    @Message
    String plansText();

    @Message
    String calendars();

    @Message
    String recounting(int done, int total);

    @Message
    String recountingBar();

    @Message
    String titleOf(String plan);

    @Message
    String back();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String counting();

    @Message
    String active();

    @Message
    String calendar();

    @Message
    String firstCalendar();

    @Message
    String begins();

    @Message
    String created();

    @Message
    String accepted();

    @Message
    String warn();

    @Message
    String warnHelp();

    @Message
    String pauses();

    @Message
    String waiting();

    @Message
    String onHold();

    @Message
    String pausesHelp();

    @Message
    String targets();

    @Message
    String matrixHelp();

    @Message
    String suggest();

    @Message
    String copyFrom();

    @Message
    String copy();

    @Message
    String priority();

    @Message
    String all();

    @Message
    String fillAll();
}
