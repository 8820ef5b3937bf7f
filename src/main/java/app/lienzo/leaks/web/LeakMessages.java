package app.lienzo.leaks.web;

import app.lienzo.leaks.FindingKind;
import app.lienzo.leaks.ScanState;
import app.lienzo.leaks.Severity;
import app.lienzo.leaks.Surface;
import app.lienzo.leaks.Viewer;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of the brand check.
@MessageBundle("leaks")
interface LeakMessages {
    @Message
    String title();

    @Message
    String intro();

    @Message
    String start();

    @Message
    String startText();

    @Message
    String going(String host);

    @Message
    String waiting();

    @Message
    String progress(int checked, int open);

    @Message
    String progressBar();

    @Message
    String again();

    @Message
    String cancel();

    @Message
    String clean();

    @Message
    String cleanText(int checked, String host);

    @Message
    String found(int findings, String host);

    @Message
    String foundText();

    @Message
    String never();

    @Message
    String limited();

    @Message
    String canceled();

    @Message
    String failed();

    @Message
    String findings();

    @Message
    String pardon();

    @Message
    String accuse();

    @Message
    String pardoned();

    @Message
    String pardonOf(String path);

    @Message
    String history();

    @Message
    String when();

    @Message
    String host();

    @Message
    String result();

    @Message
    String checked();

    @Message
    String rules();

    @Message
    String kind(FindingKind kind);

    @Message
    String advice(FindingKind kind);

    @Message
    String severity(Severity severity);

    @Message
    String surface(Surface surface);

    @Message
    String viewer(Viewer viewer);

    @Message
    String state(ScanState state);
}
