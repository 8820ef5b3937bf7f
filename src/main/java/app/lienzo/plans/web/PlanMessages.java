package app.lienzo.plans.web;

import app.lienzo.plans.Way;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of support plans; the ways' names are for every page that speaks of one.
@MessageBundle("plans")
interface PlanMessages {
    @Message
    String supportPlans();

    @Message
    String intro();

    @Message
    String plan();

    @Message
    String matrix();

    @Message
    String create();

    @Message
    String newTitle();

    @Message
    String name();

    @Message
    String paying();

    @Message
    String payingHelp();

    @Message
    String paid();

    @Message
    String unpaid();

    @Message
    String ways();

    @Message
    String note();

    @Message
    String noteHelp();

    @Message
    String way(Way way);

    @Message
    String yes();

    @Message
    String no();

    @Message
    String companies(Long count);

    @Message
    String companiesColumn();

    @Message
    String up(String name);

    @Message
    String down(String name);

    @Message
    String back();

    @Message
    String save();

    @Message
    String cancel();

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
    String removeTitle();

    @Message
    String removeText(Long count);

    @Message
    String placesTitle();

    @Message
    String placesText();

    @Message
    String planOf(String space);

    @Message
    String usual(String name);

    @Message
    String change();

    @Message
    String lockedText(String plan);
}
