package app.lienzo.partners;

import app.lienzo.mail.MailKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        return MailKind.worded(values, "partners", language, _ -> link());
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
