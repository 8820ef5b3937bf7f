package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.CustomCss;
import app.lienzo.whitelabel.PreviewPart;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the brand editor and its samples.
@MessageBundle("whitelabel")
interface WhitelabelMessages {
    @Message
    String whiteLabel();

    @Message
    String updatePreview();

    @Message
    String discard();

    @Message
    String publish();

    @Message
    String undo();

    @Message
    String published();

    @Message
    String restored();

    @Message
    String discarded();

    @Message
    String recovered();

    @Message
    String loadTheirs();

    @Message
    String check();

    @Message
    String versions();

    @Message
    String noVersions();

    @Message
    String version(int number);

    @Message
    String currentVersion();

    @Message
    String restore();

    @Message
    String bySystem();

    @Message
    String restoreVersion(int number);

    @Message
    String versionsText();

    @Message
    String neutral();

    @Message
    String identity();

    @Message
    String name();

    @Message
    String tagline();

    @Message
    String taglineHelp();

    @Message
    String pageTitle();

    @Message
    String pageTitleHelp(String page, String name);

    @Message
    String logoHelp();

    @Message
    String colors();

    @Message
    String color();

    @Message
    String accent();

    @Message
    String pickColor();

    @Message
    String pickAccent();

    @Message
    String colorsHelp();

    @Message
    String ratioGood(String ratio);

    @Message
    String ratioBad(String ratio);

    @Message
    String fix();

    @Message
    String blackText(String ratio, String shade);

    @Message
    String textShade(String shade);

    @Message
    String fromLogo();

    @Message
    String useColor(String color);

    @Message
    String signInPicture();

    @Message
    String sceneHelp();

    @Message
    String picture(BrandPicture picture);

    @Message
    String pictureSize(BrandPicture picture);

    @Message
    String removePicture(String picture);

    @Message
    String contact();

    @Message
    String supportEmail();

    @Message
    String supportPhone();

    @Message
    String helpUrl();

    @Message
    String privacyUrl();

    @Message
    String termsUrl();

    @Message
    String imprintUrl();

    @Message
    String languages();

    @Message
    String firstLanguage();

    @Message
    String languagesHelp();

    @Message
    String mail();

    @Message
    String mailText();

    @Message
    String mailSender();

    @Message
    String mailTemplates();

    @Message
    String advanced();

    @Message
    String css();

    @Message
    String cssHelp();

    @Message
    String dropped(int count);

    @Message
    String reason(CustomCss.Reason reason);

    @Message
    String notKept();

    @Message
    String draft();

    @Message
    String live();

    @Message
    String preview();

    @Message
    String previewOf();

    @Message
    String part(PreviewPart part);

    @Message
    String dark();

    @Message
    String closePreview();

    @Message
    String onlyYou();

    @Message
    String tabText();

    @Message
    String sampleInbox();

    @Message
    String sampleSettings();

    @Message
    String sampleOne();

    @Message
    String sampleTwo();

    @Message
    String sampleThree();

    @Message
    String sampleAsks();

    @Message
    String sampleAnswers();

    @Message
    String sampleThanks();

    @Message
    String sampleSecond();

    @Message
    String sampleThird();

    @Message
    String sampleNote();

    @Message
    String sampleReply();

    @Message
    String sampleWrite();

    @Message
    String sampleSend();

    @Message
    String sampleClose();

    @Message
    String sampleWelcome();

    @Message
    String sampleSearch();

    @Message
    String sampleTopicOne();

    @Message
    String sampleTopicTwo();

    @Message
    String sampleTopicThree();

    @Message
    String sampleTopicText();

    @Message
    String sampleTicket();

    @Message
    String sampleGreeting();

    @Message
    String sampleMessage();

    @Message
    String sampleShop();

    @Message
    String sampleShopText();

    @Message
    String sampleOnline();

    @Message
    String spaceBrand();

    @Message
    String spaceBrandText();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String asOrganization(String value);

    @Message
    String openPortal();

    @Message
    String lightLogo();

    @Message
    String darkLogo();

    @Message
    String organizationLogo();

    @Message
    String marketingText();

    @Message
    String marketingLink();
}
