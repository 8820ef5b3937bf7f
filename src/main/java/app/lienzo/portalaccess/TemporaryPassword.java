package app.lienzo.portalaccess;

import app.lienzo.identity.PasswordRule;
import app.lienzo.kernel.Secrets;

/// A password made for somebody else: three groups of four, without signs that are taken for each other, and always
/// one that fits the rule.
final class TemporaryPassword {
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private TemporaryPassword() {}

    static String make() {
        while (true) {
            var made = draw();
            if (PasswordRule.missing(made).isEmpty()) return made;
        }
    }

    private static String draw() {
        var made = new StringBuilder();
        while (made.length() < GROUPS * (GROUP + 1) - 1) {
            if (made.length() % (GROUP + 1) == GROUP) made.append('-');
            int drawn = Secrets.bytes(1)[0] & 0xff;
            // What is left over of 256 would make some signs likelier than others.
            if (drawn < 256 / SIGNS.length() * SIGNS.length()) made.append(SIGNS.charAt(drawn % SIGNS.length()));
        }
        return made.toString();
    }
}
