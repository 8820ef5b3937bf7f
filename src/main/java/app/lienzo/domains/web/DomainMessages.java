package app.lienzo.domains.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the screens about host names.
@MessageBundle("domains")
interface DomainMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String add();

    @Message
    String host();

    @Message
    String hostHelp();

    @Message
    String serves();

    @Message
    String application();

    @Message
    String portalOf(String name);

    @Message
    String save();

    @Message
    String emptyTitle();

    @Message
    String emptyText();

    @Message
    String own();

    @Message
    String over();

    @Message
    String given();

    @Message
    String primary();

    @Message
    String open();

    @Message
    String back();

    @Message
    String normal();

    @Message
    String dns();

    @Message
    String certificate();

    @Message
    String records();

    @Message
    String recordsText();

    @Message
    String nameHint();

    @Message
    String type();

    @Message
    String name();

    @Message
    String fullName();

    @Message
    String value();

    @Message
    String ttl();

    @Message
    String found();

    @Message
    String expected();

    @Message
    String nothing();

    @Message
    String notYet();

    @Message
    String aliasHint();

    @Message
    String proxyHint();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String check();

    @Message
    String checked();

    @Message
    String nextCheck();

    @Message
    String watching();

    @Message
    String nextTry();

    @Message
    String authoritySays();

    @Message
    String issuedBy();

    @Message
    String validUntil();

    @Message
    String tryNow();

    @Message
    String forIt();

    @Message
    String forItText();

    @Message
    String instructions(String name);

    @Message
    String instructionsText();

    @Message
    String print();

    @Message
    String makePrimary();

    @Message
    String primaryText();

    @Message
    String isPrimary();

    @Message
    String dropPrimary();

    @Message
    String redirect();

    @Message
    String redirectHelp();

    @Message
    String apply();

    @Message
    String upload();

    @Message
    String uploadText();

    @Message
    String chain();

    @Message
    String key();

    @Message
    String keyHelp();

    @Message
    String uploadSave();

    @Message
    String history();

    @Message
    String remove();

    @Message
    String removeTitle();

    @Message
    String removeText();

    @Message
    String removeConfirm();

    @Message
    String saved();

    @Message
    String removed();

    @Message
    String servedUntil();

    @Message
    String coming();

    @Message
    String comingText(String host);
}
