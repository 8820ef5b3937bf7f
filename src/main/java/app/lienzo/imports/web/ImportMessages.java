package app.lienzo.imports.web;

import app.lienzo.imports.ImportCharset;
import app.lienzo.imports.ImportKind;
import app.lienzo.imports.ImportState;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Words of imports.
@MessageBundle("imports")
interface ImportMessages {
    @Message
    String imports();

    @Message
    String intro();

    @Message
    String newTitle();

    @Message
    String file();

    @Message
    String fileHelp(Long megabytes);

    @Message
    String what();

    @Message
    String kind(ImportKind importKind);

    @Message
    String space();

    @Message
    String read();

    @Message
    String recent();

    @Message
    String nothing();

    @Message
    String export();

    @Message
    String exportContacts();

    @Message
    String exportCompanies();

    @Message
    String exportText();

    @Message
    String state(ImportState importState);

    @Message
    String back();

    @Message
    String rows(Integer count);

    @Message
    String written(String charset, String delimiter);

    @Message
    String charset();

    @Message
    String charsetHelp();

    @Message
    String charsetFound();

    @Message
    String charsetNamed(ImportCharset importCharset);

    @Message
    String charsetWrong();

    @Message
    String tabulator();

    @Message
    String columns();

    @Message
    String column();

    @Message
    String samples();

    @Message
    String meaning();

    @Message
    String meaningOf(String column);

    @Message
    String skip();

    @Message
    String check();

    @Message
    String checkText();

    @Message
    String going();

    @Message
    String running();

    @Message
    String progress(Integer done, Integer rows, Integer rejected);

    @Message
    String progressBar();

    @Message
    String reload();

    @Message
    String cancel();

    @Message
    String cancelText();

    @Message
    String checkedTitle();

    @Message
    String doneTitle();

    @Message
    String fresh();

    @Message
    String known();

    @Message
    String left();

    @Message
    String start(Integer count);

    @Message
    String noneGood();

    @Message
    String leftTitle();

    @Message
    String leftText();

    @Message
    String row();

    @Message
    String reason();

    @Message
    String cells();

    @Message
    String rejects();

    @Message
    String again();

    @Message
    String startedBy(String name);

    @Message
    String canceled();

    @Message
    String toContacts();

    @Message
    String toCompanies();

    @Message
    String contacts();

    @Message
    String companies();

    @Message
    String directory();

    @Message
    String directoryText();

    @Message
    String directoryId();

    @Message
    String clientId();

    @Message
    String secret();

    @Message
    String secretHelp();

    @Message
    String secretKept();

    @Message
    String readDirectory();

    @Message
    String cancelEntry();

    @Message
    String fetching(Integer rows);

    @Message
    String fromDirectory();
}
