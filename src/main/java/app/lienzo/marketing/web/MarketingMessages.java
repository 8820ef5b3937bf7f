package app.lienzo.marketing.web;

import app.lienzo.mail.BulletinFate;
import app.lienzo.marketing.Audience;
import app.lienzo.marketing.CampaignState;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of campaigns and of the page on which somebody leaves the list.
@MessageBundle("marketing")
interface MarketingMessages {
    @Message
    String title();

    @Message
    String lead(long people);

    @Message
    String create();

    @Message
    String none();

    @Message
    String noneText();

    @Message
    String state(CampaignState state);

    @Message
    String older();

    @Message
    String back();

    @Message
    String subject();

    @Message
    String body();

    @Message
    String stored();

    @Message
    String bodyHelp();

    @Message
    String language();

    @Message
    String audience();

    @Message
    String audienceName(Audience audience);

    @Message
    String speakers();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String saved();

    @Message
    String test();

    @Message
    String fate(BulletinFate fate);

    @Message
    String send();

    @Message
    String sendText();

    @Message
    String sendNow();

    @Message
    String when();

    @Message
    String zone(String zone);

    @Message
    String schedule();

    @Message
    String scheduled();

    @Message
    String unschedule();

    @Message
    String remove();

    @Message
    String pause();

    @Message
    String resume();

    @Message
    String progress();

    @Message
    String total();

    @Message
    String waiting();

    @Message
    String sent();

    @Message
    String bounced();

    @Message
    String suppressed();

    @Message
    String unknown();

    @Message
    String unsubscribed();

    @Message
    String begun();

    @Message
    String over();

    @Message
    String by(String name);

    @Message
    String refresh();

    @Message
    String mailing();

    @Message
    String on();

    @Message
    String off();

    @Message
    String unsubscribe();

    @Message
    String again();

    @Message
    String offText();

    @Message
    String invalid();

    @Message
    String invalidText();
}
