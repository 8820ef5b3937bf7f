package app.lienzo.mail;

import app.lienzo.branding.BrandView;
import app.lienzo.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands around the body of every mail: the brand at the top, whom to ask and the small print below.
/// Tables and styles on each tag are what mail programs understand; the one style sheet is for those that
/// know dark mode.
final class MailLayout {
    private static final Pattern SLOT = Pattern.compile("\\$\\{([a-zA-Z]+)}");
    private static final String PAGE = """
            <!doctype html>
            <html lang="${lang}" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <meta name="format-detection" content="telephone=no, date=no, address=no">
            <title>${subject}</title>
            <style>
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            @media (prefers-color-scheme: dark) {
              .ground { background: #0f1319 !important; }
              .card { background: #161b22 !important; border-left-color: #2a3441 !important; border-right-color: #2a3441 !important; border-bottom-color: #2a3441 !important; }
              .card h1, .card h2, .card h3, .card p, .card li, .name { color: #e6e9ee !important; }
              .card p.soft, .foot, .foot p { color: #a8b0bd !important; }
              .card a.link, .foot a { color: ${linkDark} !important; }
              .on-light { display: none !important; }
              .on-dark { display: inline-block !important; }
            }
            @media (max-width: 480px) { .inside { padding: 26px 20px 12px !important; } }
            </style>
            </head>
            <body class="ground" style="margin:0;padding:0;background:#f5f6f8;-webkit-text-size-adjust:100%">
            <div style="display:none;max-height:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px">${preheader}${filler}</div>
            <table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f5f6f8">
            <tr><td align="center" style="padding:28px 12px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55;text-align:left">
            <tr><td style="padding:0 4px 18px">${brand}</td></tr>
            <tr><td class="card" style="background:#ffffff;border:1px solid #dfe3e8;border-top:4px solid ${border};border-radius:14px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="inside" style="padding:32px 36px 18px">
            ${body}</td></tr></table>
            </td></tr>
            <tr><td class="foot" style="padding:20px 8px 0;font-size:13px;line-height:1.6;color:#5b6472">
            ${foot}</td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>
            """;

    private final BrandView brand;
    private final MailColors colors;
    private final Locale language;
    private final String origin;

    /// @param origin where the organization lives, without a slash at the end
    MailLayout(BrandView brand, MailColors colors, Locale language, String origin) {
        this.brand = brand;
        this.colors = colors;
        this.language = language;
        this.origin = origin;
    }

    /// @param body HTML
    /// @param preheader text
    String html(String subject, String preheader, String body) {
        var slots = Map.of(
                "lang", language.getLanguage(),
                "subject", HtmlBody.escaped(subject),
                "preheader", HtmlBody.escaped(preheader),
                "filler", "&#847;&zwnj;&nbsp;".repeat(40),
                "brand", head(),
                "border", colors.border(),
                "linkDark", colors.linkDark(),
                "body", body,
                "foot", foot());
        return SLOT.matcher(PAGE).replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
    }

    String text(String body) {
        var lines = new ArrayList<String>();
        lines.add(body);
        lines.add("");
        lines.add("-- ");
        lines.add(brand.name());
        lines.add(origin);
        if (brand.supportEmail() != null) lines.add(word("questions", brand.supportEmail()));
        if (brand.supportPhone() != null) lines.add(brand.supportPhone());
        for (var link : links()) lines.add(link.label() + ": " + link.address());
        lines.add("");
        lines.add(word("automatic"));
        return String.join("\n", lines) + "\n";
    }

    private String head() {
        var name = HtmlBody.escaped(brand.name());
        if (brand.logo() == null) {
            return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>"
                    + "<td width=\"40\" height=\"40\" align=\"center\" style=\"width:40px;height:40px;border-radius:12px;border:1px solid "
                    + colors.border() + ";background:" + colors.brand() + ";color:" + colors.brandInk()
                    + ";font-size:19px;font-weight:700\">" + HtmlBody.escaped(brand.initial()) + "</td>"
                    + "<td class=\"name\" style=\"padding-left:12px;font-size:19px;font-weight:700;color:"
                    + colors.ink()
                    + "\">" + name + "</td></tr></table>";
        }
        var light = picture(Sheet.LOGO, brand.logoDark() == null ? "" : "on-light", "inline-block", name);
        return brand.logoDark() == null ? light : light + picture(Sheet.LOGO_DARK, "on-dark", "none", name);
    }

    private static String picture(String id, String kind, String display, String name) {
        return "<img class=\"" + kind + "\" src=\"cid:" + id + "\" alt=\"" + name
                + "\" height=\"40\" style=\"display:" + display
                + ";height:40px;width:auto;max-width:240px;border:0;font-size:19px;font-weight:700\">";
    }

    private String foot() {
        var foot = new StringBuilder();
        var support = brand.supportEmail();
        if (support != null) {
            var address = HtmlBody.escaped(support);
            foot.append("<p style=\"margin:0 0 6px;color:#5b6472\">")
                    .append(HtmlBody.escaped(word("questions", "\n"))
                            .replace("\n", anchor("mailto:" + address, address)))
                    .append("</p>\n");
        }
        var phone = brand.supportPhone();
        if (phone != null) {
            foot.append("<p style=\"margin:0 0 6px;color:#5b6472\">")
                    .append(anchor("tel:" + phone.replaceAll("[^0-9+]", ""), HtmlBody.escaped(phone)))
                    .append("</p>\n");
        }
        var small = new ArrayList<String>();
        small.add(anchor(HtmlBody.escaped(origin), HtmlBody.escaped(brand.name())));
        for (var link : links()) small.add(anchor(HtmlBody.escaped(link.address()), HtmlBody.escaped(link.label())));
        foot.append("<p style=\"margin:0 0 6px;color:#5b6472\">")
                .append(String.join(" &nbsp;·&nbsp; ", small))
                .append("</p>\n<p style=\"margin:0;color:#5b6472\">")
                .append(HtmlBody.escaped(word("automatic")))
                .append("</p>\n");
        return foot.toString();
    }

    private String anchor(String address, String label) {
        return "<a href=\"" + address + "\" style=\"color:" + colors.link() + "\">" + label + "</a>";
    }

    private record Labelled(String label, String address) {}

    private List<Labelled> links() {
        var links = new ArrayList<Labelled>();
        add(links, "help", brand.helpUrl());
        add(links, "privacy", brand.privacyUrl());
        add(links, "terms", brand.termsUrl());
        add(links, "imprint", brand.imprintUrl());
        return links;
    }

    private void add(List<Labelled> links, String word, @Nullable String address) {
        if (address != null) links.add(new Labelled(word(word), address));
    }

    private String word(String key, Object... values) {
        return Words.text("mail", language, key, values);
    }
}
