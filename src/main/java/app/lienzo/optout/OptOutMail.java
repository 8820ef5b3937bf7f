package app.lienzo.optout;

import app.lienzo.mail.MailKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A kind of mail about a request. What the editor shows in place of the values lies in the words `optout`, as
/// `sample-…`.
record OptOutMail(String name, List<String> values, String path) implements MailKind {
    @Override
    public boolean ofPlatform() {
        return path.equals(OptOutMails.QUEUE_PATH);
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return MailKind.worded(values, "optout", language, _ -> path);
    }
}
