package app.lienzo.portalaccess;

import app.lienzo.mail.MailKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A kind of mail about a contact's access. What the editor shows in place of the values lies in the words
/// `portalaccess`, as `sample-…`.
record PortalMail(String name, List<String> values) implements MailKind {
    static final String ACTIVATION = "portalaccess-activation";
    static final String RESET = "portalaccess-reset";
    static final String TEMPORARY = "portalaccess-temporary";
    static final String PASSWORD_CHANGED = "portalaccess-password-changed";

    @Override
    public Map<String, String> sample(Locale language) {
        return MailKind.worded(values, "portalaccess", language, _ -> PortalSite.path("principal") + "/");
    }
}
