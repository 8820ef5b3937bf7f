package app.lienzo.identity;

import java.util.EnumSet;
import java.util.Set;

/// What a password has to have (B2-3): ten characters, a lower case letter, an upper case letter, a digit;
/// nothing else is asked. Characters are Unicode's: an emoji is one, and nothing is folded or cut.
public final class PasswordRule {
    public static final int LENGTH_MIN = 10;

    /// Against input that is no password; far beyond what people or their password managers make.
    public static final int LENGTH_MAX = 1_000;

    /// What is missing, in the order in which it is said.
    public enum Missing {
        LENGTH,
        LOWER_CASE,
        UPPER_CASE,
        DIGIT,
        TOO_LONG
    }

    private PasswordRule() {}

    /// What the password lacks; empty when it may be used.
    public static Set<Missing> missing(String password) {
        var missing = EnumSet.noneOf(Missing.class);
        int length = password.codePointCount(0, password.length());
        if (length < LENGTH_MIN) missing.add(Missing.LENGTH);
        if (password.codePoints().noneMatch(Character::isLowerCase)) missing.add(Missing.LOWER_CASE);
        if (password.codePoints().noneMatch(Character::isUpperCase)) missing.add(Missing.UPPER_CASE);
        if (password.codePoints().noneMatch(Character::isDigit)) missing.add(Missing.DIGIT);
        if (length > LENGTH_MAX) missing.add(Missing.TOO_LONG);
        return missing;
    }
}
