package app.lienzo.companies.web;

import app.lienzo.companies.StandingKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of companies.
@MessageBundle("companies")
interface CompanyMessages {
    @Message
    String companies();

    @Message
    String company();

    @Message
    String find();

    @Message
    String findHint();

    @Message
    String any();

    @Message
    String filter();

    @Message
    String create();

    @Message
    String createShort();

    @Message
    String empty();

    @Message
    String emptyText();

    @Message
    String nobody();

    @Message
    String nobodyText();

    @Message
    String all();

    @Message
    String name();

    @Message
    String description();

    @Message
    String notes();

    @Message
    String notesHelp();

    @Message
    String domains();

    @Message
    String domainsHelp();

    @Message
    String supportPlan();

    @Message
    String planOfSpace(String plan);

    @Message
    String asSpace(String plan);

    @Message
    String standing();

    @Message
    String health();

    @Message
    String tier();

    @Message
    String renewalOn();

    @Message
    String industry();

    @Message
    String none();

    @Message
    String space();

    @Message
    String locked(String plan);

    @Message
    String lockedOptions(String plan);

    @Message
    String fields();

    @Message
    String about();

    @Message
    String nothing();

    @Message
    String edit();

    @Message
    String editTitle(String name);

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String back();

    @Message
    String backTo(String name);

    @Message
    String created();

    @Message
    String saved();

    @Message
    String restored();

    @Message
    String removed(String name);

    @Message
    String undo();

    @Message
    String remove();

    @Message
    String removeTitle(String name);

    @Message
    String removeText();

    @Message
    String next();

    @Message
    String first();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String optionsMenu();

    @Message
    String options();

    @Message
    String optionsText();

    @Message
    String optionsHelp();

    @Message
    String kind(StandingKind standingKind);

    @Message
    String optionNumber(Integer number);

    @Message
    String added();

    @Message
    String reset();

    @Message
    String tickets();

    @Message
    String noTickets();

    @Message
    String allTickets();

    @Message
    String noContacts();

    @Message
    String bring();
}
