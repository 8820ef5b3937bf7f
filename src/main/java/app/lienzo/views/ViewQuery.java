package app.lienzo.views;

import app.lienzo.kernel.Refused;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A query string fit to be kept and to stand in an address again: nothing but encoded pairs, without those that
/// belong to one look.
final class ViewQuery {
    static final int LENGTH_MAX = 2_000;
    private static final int PAIRS_MAX = 60;

    /// The cursor of a page, the view itself, and what a page says once.
    private static final Set<String> PASSING = Set.of("after", "view", "done", "removed", "size", "form-token");

    private static final Pattern PAIR =
            Pattern.compile("[A-Za-z0-9._-]{1,80}=(?:[A-Za-z0-9._~*!()@:/,;+-]++|%[0-9A-Fa-f]{2})*+");

    private ViewQuery() {}

    /// @throws Refused `view-query-invalid` for anything that is no query string of a list
    static String read(String typed) {
        var text = typed.startsWith("?") ? typed.substring(1) : typed;
        if (text.length() > LENGTH_MAX * 2) throw Refused.invalid("view-query-invalid");
        var pairs = text.split("&");
        if (pairs.length > PAIRS_MAX) throw Refused.invalid("view-query-invalid");
        var kept = Arrays.stream(pairs)
                .filter(pair -> !pair.isEmpty() && !pair.endsWith("="))
                .peek(ViewQuery::check)
                .filter(pair -> !PASSING.contains(pair.substring(0, pair.indexOf('='))))
                .collect(Collectors.joining("&"));
        if (kept.length() > LENGTH_MAX) throw Refused.invalid("view-query-invalid");
        return kept;
    }

    private static void check(String pair) {
        if (pair.length() > LENGTH_MAX || !PAIR.matcher(pair).matches()) throw Refused.invalid("view-query-invalid");
    }
}
