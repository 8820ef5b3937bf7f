package app.lienzo.branding;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.branding.CustomCss.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("X10: an organization's own CSS")
class CustomCssTest {
    static Stream<Arguments> attacks() {
        return Stream.of(
                Arguments.of("@import url(https://evil.example/x.css);", Reason.AT_RULE),
                Arguments.of("@import 'https://evil.example/x.css' screen;", Reason.AT_RULE),
                Arguments.of("@\\69mport 'https://evil.example/x.css';", null),
                Arguments.of("@font-face{font-family:x;src:url(https://evil.example/f)}", Reason.AT_RULE),
                Arguments.of("@keyframes x{from{color:red}to{color:blue}}", Reason.AT_RULE),
                Arguments.of("@supports (display:grid){a{color:red}}", Reason.AT_RULE),
                Arguments.of("@layer kit{a{color:red}}", Reason.AT_RULE),
                Arguments.of("@namespace svg url(http://www.w3.org/2000/svg);", null),
                Arguments.of("@page{margin:0}", Reason.AT_RULE),
                Arguments.of("@media screen{@import 'https://evil.example/x.css';}", null),
                Arguments.of("a{background:url(https://evil.example/x)}", Reason.VALUE),
                Arguments.of("a{background:URL( 'https://evil.example/x' )}", Reason.VALUE),
                Arguments.of("a{background:u\\72l(https://evil.example/x)}", null),
                Arguments.of("a{background-image:image-set('https://evil.example/x' 1x)}", Reason.VALUE),
                Arguments.of("a{background-image:-webkit-image-set(url(x) 1x)}", Reason.VALUE),
                Arguments.of("a{background-image:cross-fade(url(x),red)}", Reason.VALUE),
                Arguments.of("a{background:element(#x)}", Reason.VALUE),
                Arguments.of("a{background:url(data:image/svg+xml;base64,PHN2Zz4=)}", Reason.VALUE),
                Arguments.of("a{cursor:url(https://evil.example/x),auto}", Reason.VALUE),
                Arguments.of("a{list-style-type:'https://evil.example'}", Reason.VALUE),
                Arguments.of("a{filter:url(#x)}", Reason.VALUE),
                Arguments.of("a{width:expression(alert(1))}", Reason.VALUE),
                Arguments.of("a{behavior:url(x.htc)}", Reason.PROPERTY),
                Arguments.of("a{-moz-binding:url(x.xml#y)}", Reason.PROPERTY),
                Arguments.of("a{src:'https://evil.example'}", Reason.PROPERTY),
                Arguments.of("a{content:'Your session has ended'}", Reason.PROPERTY),
                Arguments.of("a{content:attr(data-x)}", Reason.PROPERTY),
                Arguments.of("a{position:fixed}", Reason.VALUE),
                Arguments.of("a{position:absolute!important}", Reason.VALUE),
                Arguments.of("a{position:sticky}", Reason.VALUE),
                Arguments.of("a{position:var(--x)}", Reason.VALUE),
                Arguments.of("a{z-index:9999}", Reason.PROPERTY),
                Arguments.of("a{inset:0}", Reason.PROPERTY),
                Arguments.of("a{animation:x 1s}", Reason.PROPERTY),
                Arguments.of("a{all:unset}", Reason.PROPERTY),
                Arguments.of("a{pointer-events:none}", Reason.PROPERTY),
                Arguments.of("body ~ *{color:red}", Reason.SELECTOR),
                Arguments.of(":root + x{color:red}", Reason.SELECTOR),
                Arguments.of("input[value^=a]{color:red}", Reason.SELECTOR),
                Arguments.of("[type=password]{color:red}", Reason.SELECTOR),
                Arguments.of("a:not([href]){color:red}", Reason.SELECTOR),
                Arguments.of("a\\3a hover{color:red}", Reason.SELECTOR),
                Arguments.of(":root{--x:url(javascript:alert(1))}", null),
                Arguments.of("a{--x:url(https://evil.example)}", null),
                Arguments.of("a{color:re\\64}", Reason.VALUE),
                Arguments.of("a{_height:1px}", Reason.PROPERTY),
                Arguments.of("a{color:red", null),
                Arguments.of("\u0000", null));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    @DisplayName("X10: what loads, reads or covers is left out, and its author is told")
    void what_can_hurt_is_left_out(String css, @org.jspecify.annotations.Nullable Reason reason) {
        var clean = CustomCss.of(css);
        assertThat(clean.text()).isEmpty();
        if (reason != null)
            assertThat(clean.dropped()).extracting(CustomCss.Dropped::reason).contains(reason);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    @DisplayName("X10: a bad rule takes nothing of its neighbours' with it but what follows an open bracket")
    void neighbours_stay(String css, @org.jspecify.annotations.Nullable Reason reason) {
        var clean = CustomCss.of(".before{color:#123456}\n" + css + "\n.after{color:#654321}");
        assertThat(clean.text()).doesNotContain("evil", "url(", "javascript", "<", "@import", "fixed", "[");
        if (reason == Reason.VALUE || reason == Reason.PROPERTY)
            assertThat(clean.text()).contains(".brand .before{color:#123456}", ".brand .after{color:#654321}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a{color:red} | .brand a{color:red}",
                "body{color:red} | .brand{color:red}",
                ":root > .x{color:red} | .brand>.x{color:red}",
                "html .x, .y{color:red!important} | .brand .x,.brand .y{color:red!important}",
                ".bodyguard{color:red} | .brand .bodyguard{color:red}",
                "a:hover, a:not(.b)::before{color:red} | .brand a:hover,.brand a:not(.b)::before{color:red}",
                "@media (min-width:40rem){a{color:red}} | @media (min-width:40rem){.brand a{color:red}",
                "a{width:calc(100% - 2rem)} | .brand a{width:calc(100% - 2rem)}",
                "a{color:var(--brand)} | .brand a{color:var(--brand)}",
                "a{color:oklch(.5 .1 20)} | .brand a{color:oklch(.5 .1 20)}",
                "a{background:linear-gradient(90deg,#fff,#000)} | .brand a{background:linear-gradient(90deg,#fff,#000)}",
                "h1{font-family:\"Source Sans\",serif} | .brand h1{font-family:\"Source Sans\",serif}"
            })
    void what_is_harmless_stays_inside_of_the_portal(String css, String expected) {
        var clean = CustomCss.of(css);
        assertThat(clean.text()).startsWith(expected);
        assertThat(clean.dropped()).isEmpty();
    }

    @Test
    @DisplayName("X10: it cannot end the stylesheet and begin a script")
    void markup_does_not_come_through() {
        for (var css : List.of(
                "a{color:red}</style><script>alert(1)</script>",
                "a{font-family:\"x</style><script>alert(1)</script>\"}",
                "<!-- a{color:red} -->",
                "/* </style> */ a{color:red}")) {
            assertThat(CustomCss.of(css).text()).doesNotContain("<", "script", "style");
        }
    }

    @Test
    @DisplayName("X10: 2 MB, a million brackets and ten thousand rules end at once")
    void too_much_ends_at_once() {
        assertThat(CustomCss.of("a{color:red}".repeat(200_000)).dropped())
                .extracting(CustomCss.Dropped::reason)
                .containsExactly(Reason.TOO_MUCH);
        assertThat(CustomCss.of("a:is(".repeat(10_000)).text()).isEmpty();
        assertThat(CustomCss.of("@media all{".repeat(5_000)).text()).isEmpty();
        var many = CustomCss.of("a{z-index:1}".repeat(5_000));
        assertThat(many.dropped()).hasSize(CustomCss.DROPPED_MAX);
    }

    @Test
    void what_was_filtered_once_stays_as_it_is() {
        var once = CustomCss.of("a{color:red;z-index:2} @media print{body{color:#000}} .x>.y{margin:0}")
                .text();
        assertThat(CustomCss.of(once).text()).isEqualTo(once);
        assertThat(CustomCss.of("").text()).isEmpty();
        assertThat(CustomCss.of("").dropped()).isEmpty();
    }
}
