package app.lienzo.identity;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a member signs in with. Compared in small letters and NFKC; names that look alike (UTS 39) are one
/// name, and nobody can call himself by somebody else's e-mail address.
final class UserName {
    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 120;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._+@'-]*");

    /// Names that stand for the product or the house and not for a person.
    private static final Set<String> RESERVED = Set.of(
            "system",
            "operator",
            "root",
            "administrator",
            "postmaster",
            "hostmaster",
            "webmaster",
            "abuse",
            "mailer-daemon",
            "noreply",
            "no-reply",
            "null",
            "undefined",
            "me",
            "self");

    private static final SpoofChecker LOOKS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private UserName() {}

    /// As names are compared.
    static String normalised(String userName) {
        var visible = SafeText.line(userName, 200);
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// What it looks like, whatever alphabet it is written in.
    static String shape(String normalised) {
        return LOOKS.getSkeleton(normalised);
    }

    /// The name in its normal form.
    ///
    /// @param email the member's own address: the only one his user name may be
    /// @param role operators may be called what only they are
    /// @throws Refused `user-name-invalid`, `user-name-reserved`, `user-name-foreign-address`
    static String checked(String typed, String email, OrganizationRole role) {
        var name = normalised(typed);
        int length = name.codePointCount(0, name.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX || !FORM.matcher(name).matches() || LOOKS.failsChecks(name))
            throw Refused.invalid("user-name-invalid");
        boolean own = role == OrganizationRole.OPERATOR && name.equals("operator");
        if (RESERVED.contains(name) && !own) throw Refused.invalid("user-name-reserved");
        if (name.contains("@") && !name.equalsIgnoreCase(email)) throw Refused.invalid("user-name-foreign-address");
        return name;
    }
}
