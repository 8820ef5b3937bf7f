package app.lienzo.domains;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names that people take for another one (UTS 39).
final class LookAlikes {
    private static final Pattern ASCII = Pattern.compile("[ -~]*");
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();
    private static final SpoofChecker SKELETONS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private LookAlikes() {}

    /// As people read it: `faß.de` for `xn--fa-hia.de`.
    static String shown(String host) {
        return UTS46.nameToUnicode(host, new StringBuilder(), new IDNA.Info()).toString();
    }

    static boolean international(String host) {
        return !ASCII.matcher(shown(host)).matches();
    }

    /// The same for names that look the same.
    static String likeness(String host) {
        return SKELETONS.getSkeleton(shown(host)).toLowerCase(Locale.ROOT);
    }

    /// Letters of several scripts in one label, or of one that all look like Latin ones.
    static boolean mixed(String host) {
        var labels = shown(host).split("\\.");
        boolean latinEnding = ASCII.matcher(labels[labels.length - 1]).matches();
        return Arrays.stream(labels)
                .filter(label -> !ASCII.matcher(label).matches())
                .anyMatch(label -> CHECKER.failsChecks(label) || latinEnding && wholly(label));
    }

    private static boolean wholly(String label) {
        return ASCII.matcher(SKELETONS.getSkeleton(label)).matches();
    }

    /// Whether a name, or one above it, looks like `other` without being it.
    static boolean like(String host, String other) {
        var likeness = likeness(other);
        var rest = host;
        while (!rest.isEmpty()) {
            if (!rest.equals(other) && likeness(rest).equals(likeness)) return true;
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return false;
    }
}
