package app.lienzo.sso;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// User names for somebody whom a provider calls by a name that may be none of ours: first what it says,
/// made to fit, then the same with a number. Which of them are free is for others to say.
final class UserNames {
    private static final int LENGTH_MAX = 60;
    private static final int NUMBERS_MAX = 20;

    private UserNames() {}

    static List<String> of(Claims claims) {
        var email = claims.email() == null ? "" : claims.email();
        var fitting = Stream.of(
                        claims.userName() == null ? "" : claims.userName(),
                        email,
                        claims.name() == null ? "" : claims.name())
                .flatMap(text -> Stream.of(fit(text), plain(text)))
                .filter(name -> name.length() >= 2)
                .distinct()
                .toList();
        Set<String> names = new LinkedHashSet<>(fitting);
        var first = fitting.isEmpty() ? "user" : fitting.getFirst();
        for (int number = 2; number <= NUMBERS_MAX; number++) names.add(first + number);
        return List.copyOf(names);
    }

    /// What stands before the `@` (a name that reads like an address would pass for somebody else's),
    /// without what a user name has no room for.
    private static String fit(String text) {
        int at = text.indexOf('@');
        var name = Normalizer.normalize(at < 0 ? text : text.substring(0, at), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._+'-]+", "-")
                .replaceAll("^[^\\p{L}\\p{N}]+|-+$", "");
        return name.length() <= LENGTH_MAX ? name : app.lienzo.kernel.SafeText.cut(name, LENGTH_MAX);
    }

    /// The same in plain Latin letters, for names in a mixture of scripts.
    private static String plain(String text) {
        return fit(Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\x21-\\x7e]+", "-"));
    }
}
