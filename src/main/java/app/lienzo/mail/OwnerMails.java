package app.lienzo.mail;

import app.lienzo.identity.MemberQuery;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/// The door to mails that all Owners get, each in his own language.
@ApplicationScoped
public class OwnerMails {
    private static final int OWNERS_MAX = 20;

    private final MemberService members;
    private final MailService mails;
    private final Scope scope;

    OwnerMails(MemberService members, MailService mails, Scope scope) {
        this.members = members;
        this.mails = mails;
        this.scope = scope;
    }

    /// Hands in one letter for each Owner, within the caller's transaction.
    ///
    /// @param kind name of a [MailKind]
    /// @param values what its template is filled with, for this Owner in this language; his `name` is added
    public void send(String kind, BiFunction<MemberView, Locale, Map<String, String>> values) {
        var owners = new MemberQuery(null, OrganizationRole.OWNER, true, null, null, OWNERS_MAX);
        for (var owner : members.search(owners)) {
            var language = language(owner);
            var all = new HashMap<>(values.apply(owner, language));
            all.put("name", owner.name());
            mails.send(new Letter(kind, language, owner.email(), owner.name(), all));
        }
    }

    private Locale language(MemberView owner) {
        var spoken = owner.language() == null ? scope.organization().language() : owner.language();
        return Languages.offered(spoken).orElse(Languages.DEFAULT);
    }
}
