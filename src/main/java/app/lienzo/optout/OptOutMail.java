package app.lienzo.optout;

import app.lienzo.mail.MailKind;
import app.lienzo.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A kind of mail about a request. What the editor shows in place of the values lies in the words `optout`, as
/// `sample-…`.
record OptOutMail(String name, List<String> values, String path) implements MailKind {
    @Override
    public boolean ofPlatform() {
        return path.equals(OptOutMails.QUEUE_PATH);
    }

    @Override
    public Map<String, String> sample(Locale language) {
        return values.stream()
                .collect(Collectors.toMap(
                        value -> value,
                        value -> MailKind.isLink(value) ? path : Words.text("optout", language, "sample-" + value)));
    }
}
