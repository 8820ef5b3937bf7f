package app.lienzo.branding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words that an organization's own CSS may use. What is not here is not let through.
final class CssTerms {
    private static final int SELECTOR_MAX = 300;
    private static final int VALUE_MAX = 500;

    /// No attributes (they could read what is typed), no escapes, no strings.
    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9_.#:>+~*(), -]+");

    private static final Pattern MEDIA = Pattern.compile("[A-Za-z0-9_.:,()<>=%/ -]{1,300}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_#%.,()/+* -]+");
    private static final Pattern FONTS = Pattern.compile("(?:[A-Za-z0-9_., -]|\"[A-Za-z0-9 _-]*\"|'[A-Za-z0-9 _-]*')+");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_-][A-Za-z0-9_-]*)?\\(");
    private static final Pattern OWN = Pattern.compile("--[a-z][a-z0-9-]{0,60}");

    private static final Set<String> FUNCTIONS = words("""
            calc clamp color-mix cubic-bezier ease fit-content hsl hsla hwb lab lch light-dark linear-gradient max min
            minmax oklab oklch radial-gradient repeat repeating-linear-gradient rgb rgba rotate scale scalex scaley steps
            translate translatex translatey var blur brightness contrast drop-shadow grayscale saturate
            """);

    private static final Set<String> PROPERTIES = words("""
            accent-color align-content align-items align-self aspect-ratio background background-clip background-color
            background-image background-origin background-position background-repeat background-size block-size border
            border-block border-block-end border-block-start border-bottom border-bottom-color
            border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width
            border-collapse border-color border-end-end-radius border-end-start-radius border-inline border-inline-end
            border-inline-start border-left border-left-color border-left-style border-left-width border-radius
            border-right border-right-color border-right-style border-right-width border-spacing
            border-start-end-radius border-start-start-radius border-style border-top border-top-color
            border-top-left-radius border-top-right-radius border-top-style border-top-width border-width box-shadow
            box-sizing caption-side caret-color clear color color-scheme column-count column-gap column-rule
            column-width columns cursor display fill filter flex flex-basis flex-direction flex-flow flex-grow
            flex-shrink flex-wrap float font font-family font-feature-settings font-kerning font-size font-stretch
            font-style font-variant font-variant-numeric font-weight gap grid grid-area grid-auto-columns
            grid-auto-flow grid-auto-rows grid-column grid-row grid-template grid-template-columns grid-template-rows
            height hyphens inline-size justify-content justify-items justify-self letter-spacing line-height
            list-style list-style-position list-style-type margin margin-block margin-block-end margin-block-start
            margin-bottom margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top
            max-block-size max-height max-inline-size max-width min-block-size min-height min-inline-size min-width
            object-fit object-position opacity order outline outline-color outline-offset outline-style outline-width
            overflow overflow-wrap overflow-x overflow-y padding padding-block padding-block-end padding-block-start
            padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right
            padding-top place-content place-items place-self position row-gap scroll-behavior stroke stroke-width
            tab-size table-layout text-align text-decoration text-decoration-color text-decoration-line
            text-decoration-style text-decoration-thickness text-indent text-overflow text-shadow text-transform
            text-underline-offset text-wrap transform transform-origin transition transition-delay
            transition-duration transition-property transition-timing-function vertical-align visibility white-space
            width word-break word-spacing writing-mode
            """);

    /// What stays where it stands: anything else can lie over the page and pretend to be a part of it.
    private static final Set<String> POSITIONS = Set.of("static", "relative");

    private CssTerms() {}

    static boolean property(String name) {
        return PROPERTIES.contains(name) || OWN.matcher(name).matches();
    }

    static boolean value(String property, String value) {
        if (value.isBlank() || value.length() > VALUE_MAX) return false;
        if (property.equals("position")) return POSITIONS.contains(value.toLowerCase(Locale.ROOT));
        var allowed = property.equals("font-family") || property.equals("font") ? FONTS : VALUE;
        return (VALUE.matcher(value).matches() || allowed.matcher(value).matches())
                && FUNCTION.matcher(value)
                        .results()
                        .allMatch(call -> call.group(1) == null
                                || FUNCTIONS.contains(call.group(1).toLowerCase(Locale.ROOT)));
    }

    static boolean selector(String written) {
        return written.length() <= SELECTOR_MAX && SELECTOR.matcher(written).matches();
    }

    static boolean media(String query) {
        return MEDIA.matcher(query).matches();
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
