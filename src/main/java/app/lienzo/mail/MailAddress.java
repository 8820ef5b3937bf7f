package app.lienzo.mail;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Hosts;
import java.util.regex.Pattern;

/// Addresses as they go into a mail's head: one address, nothing before or after it.
final class MailAddress {
    private static final int LOCAL_MAX = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    private MailAddress() {}

    /// The address with its domain as DNS knows it.
    ///
    /// @throws Refused `mail-address-invalid`
    static String checked(String address) {
        var text = address.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LOCAL_MAX || !LOCAL.matcher(text.substring(0, at)).matches()) {
            throw Refused.invalid("mail-address-invalid");
        }
        if (text.indexOf(':', at) > 0) throw Refused.invalid("mail-address-invalid");
        var domain = Hosts.normalise(text.substring(at + 1)).orElseThrow(() -> Refused.invalid("mail-address-invalid"));
        return text.substring(0, at) + "@" + domain;
    }
}
