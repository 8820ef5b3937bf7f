package app.lienzo.branding;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.CollectingCSSParseErrorHandler;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An organization's own CSS, reduced to what cannot hurt its customers: known properties with known values, nothing
/// that loads, nothing that lies over a page, and everything inside of `.brand`, the class of portal and help pages. It
/// is written anew from what was understood, so that nothing slips through which was not.
///
/// @param text what browsers get; empty when nothing is left
/// @param dropped what was left out, for whoever wrote it; the first [#DROPPED_MAX]
public record CustomCss(String text, List<Dropped> dropped) {
    /// Characters.
    public static final int LENGTH_MAX = 64 * 1024;

    public static final int DROPPED_MAX = 50;

    /// Raise it when the rules change, so that browsers fetch the new text.
    static final int RULES = 1;

    private static final int RULES_MAX = 2_000;
    private static final int DEPTH_MAX = 30;
    private static final int SHOWN_MAX = 120;
    private static final String SCOPE = ".brand";
    private static final CSSWriterSettings WRITTEN = new CSSWriterSettings(true);

    /// Why something was left out.
    public enum Reason {
        /// `@import`, `@font-face` and every other rule with an `@` but `@media`.
        AT_RULE,
        /// A selector that looks at attributes, or that we do not understand.
        SELECTOR,
        PROPERTY,
        /// An address, a function, or something that lies over the page.
        VALUE,
        /// Something between the rules, or a rule that does not end.
        UNREADABLE,
        TOO_MUCH
    }

    /// @param what the beginning of it, as written
    public record Dropped(Reason reason, String what) {}

    /// @param written at most [#LENGTH_MAX] characters; of more nothing is read
    public static CustomCss of(String written) {
        if (written.length() > LENGTH_MAX) return nothing(Reason.TOO_MUCH, written);
        if (tooDeep(written)) return nothing(Reason.UNREADABLE, written);
        var errors = new CollectingCSSParseErrorHandler();
        var sheet = CSSReader.readFromStringReader(
                written,
                new CSSReaderSettings()
                        .setBrowserCompliantMode(true)
                        .setCustomErrorHandler(errors)
                        .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler())
                        .setCustomExceptionHandler(_ -> {}));
        if (sheet == null) return nothing(Reason.UNREADABLE, written);
        var filter = new Filter();
        sheet.getAllImportRules().forEach(rule -> filter.drop(Reason.AT_RULE, rule.getAsCSSString(WRITTEN, 0)));
        sheet.getAllRules().forEach(rule -> filter.rule(rule, true));
        if (errors.hasParseErrors() || filter.text.isEmpty() && filter.dropped.isEmpty() && !written.isBlank())
            filter.drop(Reason.UNREADABLE, errors.hasParseErrors() ? firstError(errors) : written);
        return new CustomCss(filter.text.toString(), List.copyOf(filter.dropped));
    }

    private static String firstError(CollectingCSSParseErrorHandler errors) {
        var first = errors.getAllParseErrors().getFirst();
        return first.getFirstSkippedToken() == null
                ? ""
                : first.getFirstSkippedToken().getImage();
    }

    private static CustomCss nothing(Reason reason, String written) {
        return new CustomCss("", List.of(new Dropped(reason, shortened(written))));
    }

    /// The parser goes down one call for each bracket.
    private static boolean tooDeep(String written) {
        int depth = 0;
        for (int i = 0; i < written.length(); i++) {
            switch (written.charAt(i)) {
                case '(', '{', '[' -> depth++;
                case ')', '}', ']' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (depth > DEPTH_MAX) return true;
        }
        return false;
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
    }

    /// One pass over a sheet.
    private static final class Filter {
        private final StringBuilder text = new StringBuilder();
        private final List<Dropped> dropped = new ArrayList<>();
        private int rules;

        private void rule(ICSSTopLevelRule rule, boolean outside) {
            if (rules++ >= RULES_MAX) {
                drop(Reason.TOO_MUCH, rule.getAsCSSString(WRITTEN, 0));
                return;
            }
            switch (rule) {
                case CSSStyleRule style -> style(style);
                case CSSMediaRule media when outside -> media(media);
                default -> drop(Reason.AT_RULE, rule.getAsCSSString(WRITTEN, 0));
            }
        }

        private void media(CSSMediaRule media) {
            var query = media.getAllMediaQueries().stream()
                    .map(one -> one.getAsCSSString(WRITTEN, 0))
                    .collect(Collectors.joining(","));
            if (!CssTerms.media(query)) {
                drop(Reason.AT_RULE, "@media " + query);
                return;
            }
            int start = text.length();
            text.append("@media ").append(query).append('{');
            int inside = text.length();
            media.getAllRules().forEach(rule -> rule(rule, false));
            if (text.length() == inside) text.setLength(start);
            else text.append("}\n");
        }

        private void style(CSSStyleRule style) {
            var selectors = style.getAllSelectors().stream()
                    .map(this::scoped)
                    .filter(selector -> selector != null)
                    .collect(Collectors.joining(","));
            if (selectors.isEmpty()) return;
            var declarations = style.getAllDeclarations().stream()
                    .map(this::declaration)
                    .filter(declaration -> declaration != null)
                    .collect(Collectors.joining(";"));
            if (!declarations.isEmpty())
                text.append(selectors).append('{').append(declarations).append("}\n");
        }

        private @Nullable String scoped(CSSSelector selector) {
            var written = selector.getAsCSSString(WRITTEN, 0).strip();
            if (!CssTerms.selector(written)) {
                drop(Reason.SELECTOR, written);
                return null;
            }
            for (var root : List.of(":root", "html", "body", SCOPE)) {
                if (!written.startsWith(root)) continue;
                var rest = written.substring(root.length());
                // A sibling of the page would be outside of it.
                if (rest.stripLeading().startsWith("+") || rest.stripLeading().startsWith("~")) {
                    drop(Reason.SELECTOR, written);
                    return null;
                }
                if (rest.isEmpty() || " >:.".indexOf(rest.charAt(0)) >= 0) return SCOPE + rest;
            }
            return SCOPE + " " + written;
        }

        private @Nullable String declaration(CSSDeclaration declaration) {
            var property = declaration.getProperty();
            var value = declaration.getExpressionAsCSSString();
            var shown = property + ": " + value;
            if (!CssTerms.property(property)) {
                drop(Reason.PROPERTY, shown);
                return null;
            }
            if (!CssTerms.value(property, value)) {
                drop(Reason.VALUE, shown);
                return null;
            }
            return property + ":" + value + (declaration.isImportant() ? "!important" : "");
        }

        private void drop(Reason reason, String what) {
            if (dropped.size() < DROPPED_MAX) dropped.add(new Dropped(reason, shortened(what)));
        }
    }
}
