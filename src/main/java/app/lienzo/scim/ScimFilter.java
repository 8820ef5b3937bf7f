package app.lienzo.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.Parser;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A filter (RFC 7644, section 3.4.2.2), read by a library and asked of one user at a time: nothing of it
/// ever becomes SQL.
final class ScimFilter {
    /// A comparison that an index answers.
    record Exact(String attribute, String value) {}

    /// What Entra ID writes for the RFC's `emails[type eq "work" and value eq "…"]`.
    private static final Pattern VALUE_BEHIND = Pattern.compile(
            "([A-Za-z]+)\\[([^\\[\\]\"]*\"[^\"]*\")\\]\\.([A-Za-z]+) +([A-Za-z]{2}) +(\"(?:[^\"\\\\]|\\\\.)*\"|true|false)");

    /// Core attributes may be called by their whole name.
    private static final Pattern CORE =
            Pattern.compile(ScimUser.SCHEMA + ":", Pattern.CASE_INSENSITIVE | Pattern.LITERAL);

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private final Filter filter;

    private ScimFilter(Filter filter) {
        this.filter = filter;
    }

    /// @throws ScimRefused `invalidFilter` for what is none, is too long or nests too deep
    static ScimFilter read(String text, ScimConfig config) {
        if (text.length() > config.filterMax())
            throw ScimRefused.invalidFilter("A filter has at most " + config.filterMax() + " characters.");
        long brackets = text.chars().filter(c -> c == '(' || c == '[').count();
        if (brackets > config.bracketsMax())
            throw ScimRefused.invalidFilter("A filter has at most " + config.bracketsMax() + " brackets.");
        // The library takes a bracket that nobody closes for closed at the end.
        var bare = QUOTED.matcher(text).replaceAll("");
        if (count(bare, '[') != count(bare, ']') || count(bare, '(') != count(bare, ')'))
            throw ScimRefused.invalidFilter("A bracket of the filter is not closed.");
        try {
            return new ScimFilter(Parser.parseFilter(plain(text)));
        } catch (ScimException | IllegalArgumentException e) {
            throw ScimRefused.invalidFilter("The filter cannot be read.");
        }
    }

    private static long count(String text, char bracket) {
        return text.chars().filter(c -> c == bracket).count();
    }

    private static String plain(String text) {
        return VALUE_BEHIND.matcher(CORE.matcher(text).replaceAll("")).replaceAll("$1[$2 and $3 $4 $5]");
    }

    /// The one comparison it consists of, when an index can answer it.
    Optional<Exact> exact() {
        if (filter.getFilterType() != FilterType.EQUAL
                || !filter.getComparisonValue().isTextual()) return Optional.empty();
        var path = filter.getAttributePath();
        for (var element : path) if (element.getValueFilter() != null) return Optional.empty();
        var names = new StringBuilder();
        for (var element : path) names.append(names.isEmpty() ? "" : ".").append(element.getAttribute());
        return Optional.of(new Exact(
                names.toString().toLowerCase(Locale.ROOT),
                filter.getComparisonValue().textValue()));
    }

    /// @throws ScimRefused `invalidFilter` for a comparison that makes no sense
    boolean matches(ObjectNode user) {
        try {
            return FilterEvaluator.evaluate(filter, user);
        } catch (ScimException | IllegalArgumentException e) {
            throw ScimRefused.invalidFilter("The filter cannot be applied.");
        }
    }
}
