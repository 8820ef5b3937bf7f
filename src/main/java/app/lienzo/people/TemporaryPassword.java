package app.lienzo.people;

import app.lienzo.kernel.Secrets;

/// A password to be read out and typed once: no characters that are taken for others.
final class TemporaryPassword {
    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final int GROUPS = 4;

    private TemporaryPassword() {}

    /// Four groups of a capital, two small letters and a digit: 64 bits and more.
    static String next() {
        var password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) password.append('-');
            password.append(one(UPPER)).append(one(LOWER)).append(one(LOWER)).append(one(DIGITS));
        }
        return password.toString();
    }

    /// Every character equally likely: what does not divide evenly is thrown again.
    private static char one(String of) {
        int limit = 256 - 256 % of.length();
        while (true) {
            int thrown = Secrets.bytes(1)[0] & 0xFF;
            if (thrown < limit) return of.charAt(thrown % of.length());
        }
    }
}
