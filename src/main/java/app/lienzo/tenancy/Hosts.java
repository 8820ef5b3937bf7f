package app.lienzo.tenancy;

import com.ibm.icu.text.IDNA;
import java.util.Optional;
import java.util.regex.Pattern;

/// The one spelling of a host name: lower case, no port, no trailing dot, Unicode as UTS #46 maps it
/// (non-transitional, so that `faß.de` stays its owner's name).
public final class Hosts {
    private static final int LENGTH_MAX = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,31}");
    private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}$");
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private Hosts() {}

    /// Empty for anything that cannot be a host name: white space, an IPv6 literal, labels over 63
    /// characters, nothing.
    public static Optional<String> normalise(String written) {
        if (written.isEmpty() || written.length() > LENGTH_MAX + 7) return Optional.empty();
        var name = PORT.matcher(written).replaceFirst("");
        if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
        return info.hasErrors()
                        || ascii.length() > LENGTH_MAX
                        || !NAME.matcher(ascii).matches()
                ? Optional.empty()
                : Optional.of(ascii);
    }
}
