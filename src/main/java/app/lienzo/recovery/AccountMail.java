package app.lienzo.recovery;

import app.lienzo.mail.MailKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A kind of mail about an account. What the editor shows in place of the values lies in the words
/// `recovery`, as `sample-…`.
record AccountMail(String name, List<String> values) implements MailKind {
    static final String WELCOME = "recovery-welcome";
    static final String WELCOME_ELSEWHERE = "recovery-welcome-elsewhere";
    static final String RESET = "recovery-reset";
    static final String RESET_ELSEWHERE = "recovery-reset-elsewhere";
    static final String CONFIRM_EMAIL = "recovery-confirm-email";
    static final String PASSWORD_CHANGED = "recovery-password-changed";
    static final String EMAIL_CHANGED = "recovery-email-changed";
    static final String LEVEL_CHANGED = "recovery-level-changed";

    @Override
    public Map<String, String> sample(Locale language) {
        return MailKind.worded(values, "recovery", language, this::link);
    }

    private String link(String value) {
        if (value.equals("signInLink")) return LinkPaths.SIGN_IN;
        return switch (name) {
            case WELCOME, RESET -> LinkPaths.PASSWORD + "/…";
            case CONFIRM_EMAIL -> LinkPaths.EMAIL + "/…";
            case PASSWORD_CHANGED -> LinkPaths.FORGOT;
            default -> LinkPaths.SIGN_IN;
        };
    }
}
