package app.lienzo.partners;

import app.lienzo.mail.MailKind;
import app.lienzo.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A kind of mail about an application. What the editor shows in place of the values lies in the words `partners`.
record ApplicationMail(String name, List<String> values) implements MailKind {
    static final String CONFIRM = "partners-confirm";
    static final String KNOWN = "partners-known";
    static final String RECEIVED = "partners-received";
    static final String APPROVED = "partners-approved";
    static final String DECLINED = "partners-declined";
    static final String NEW = "partners-new";
    static final String WARNING = "partners-warning";
    static final String OVERDUE = "partners-overdue";

    @Override
    public Map<String, String> sample(Locale language) {
        return values.stream()
                .collect(Collectors.toMap(
                        value -> value,
                        value ->
                                MailKind.isLink(value) ? link() : Words.text("partners", language, "sample-" + value)));
    }

    @Override
    public boolean ofPlatform() {
        return true;
    }

    private String link() {
        return switch (name) {
            case CONFIRM -> PartnerPaths.CONFIRM + "/…";
            case NEW, WARNING, OVERDUE -> PartnerPaths.OPERATOR;
            default -> PartnerPaths.APPLICATION + "/…";
        };
    }
}
