package app.lienzo.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kit's stylesheet made fit for a white label: no comments, no names, none of its own blue, and a
/// dark theme that also follows the system's wish (unless `data-theme` of the root element says
/// otherwise).
final class Kit {
    /// What the kit computed from its own blue, and what stands there for the brand.
    private static final Map<String, String> BLUES = new LinkedHashMap<>();

    static {
        BLUES.put("#066fd1", "var(--brand)");
        BLUES.put("6,111,209", "var(--brand-rgb)");
        BLUES.put("5,89,167", "var(--brand-rgb)");
        BLUES.put("rgb(5.4, 99.9, 188.1)", "var(--brand-strong)");
        BLUES.put("rgb(230.1, 240.6, 250.4)", "var(--brand-soft)");
        BLUES.put("rgb(4.8, 88.8, 167.2)", "var(--brand-text)");
        BLUES.put("rgb(2.4, 44.4, 83.6)", "var(--brand-text)");
        BLUES.put("rgb(105.6, 168.6, 227.4)", "var(--brand-text)");
        BLUES.put("rgb(205.2, 226.2, 245.8)", "var(--brand-soft)");
        BLUES.put("rgb(155.4, 197.4, 236.6)", "var(--brand-line)");
        BLUES.put("rgb(217.2, 234.6, 249)", "var(--brand-soft)");
        BLUES.put("rgb(1.2, 22.2, 41.8)", "var(--brand-soft)");
        BLUES.put("rgb(3.6, 66.6, 125.4)", "var(--brand-line)");
        BLUES.put("#4299e1", "var(--brand-text)");
    }

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CHARSET = Pattern.compile("@charset[^;]*;");

    /// Colours of other companies, the kit's maker among them: declarations and whole rules.
    private static final String COMPANIES =
            "(?:facebook|twitter|linkedin|google|youtube|vimeo|dribbble|github|instagram|pinterest|vk|rss|flickr"
                    + "|bitbucket|tabler|x)";

    private static final Pattern COMPANY_TOKEN =
            Pattern.compile("--tblr-" + COMPANIES + "(?:-[a-z0-9-]+)?:[^;{}]*(?:;|(?=}))");
    private static final Pattern COMPANY_RULE =
            Pattern.compile("(?<=[};])[^{};]*\\.(?:btn|bg|text|btn-outline|btn-ghost|badge|nav-link|link|social)-"
                    + COMPANIES + "(?![a-z0-9])[^{};]*\\{[^{}]*}");
    private static final Pattern LEFT_OVER = Pattern.compile("var\\(--tblr-" + COMPANIES + "(?:-[a-z0-9-]+)?\\)");
    private static final Pattern DARK_RULE =
            Pattern.compile("(?<=[};])([^{};@]*\\[data-bs-theme=dark][^{};]*)(\\{[^{}]*})");

    private Kit() {}

    static String whiteLabel(String css) {
        var plain = CHARSET.matcher(COMMENT.matcher(css).replaceAll(""))
                .replaceAll("")
                .strip();
        plain = COMPANY_RULE.matcher(plain).replaceAll("");
        plain = COMPANY_TOKEN.matcher(plain).replaceAll("");
        plain = LEFT_OVER.matcher(plain).replaceAll("currentColor");
        for (var blue : BLUES.entrySet()) plain = plain.replace(blue.getKey(), blue.getValue());
        return followSystem(plain).replace("--tblr-", "--kit-");
    }

    /// Each rule of the dark theme once for those who chose it and once for those whose system did.
    private static String followSystem(String css) {
        return DARK_RULE
                .matcher(css)
                .replaceAll(rule ->
                        Matcher.quoteReplacement(rule.group(1).replace("[data-bs-theme=dark]", "[data-theme=dark]")
                                + rule.group(2)
                                + "@media (prefers-color-scheme:dark){"
                                + rule.group(1).replace("[data-bs-theme=dark]", ":root:not([data-theme=light])")
                                + rule.group(2)
                                + "}"));
    }
}
