package app.lienzo.mail;

import app.lienzo.branding.BrandService;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Turns a template and its values into a mail of the organization at hand. Knows nothing but these: there
/// is no expression, no include, no way to anything else.
@ApplicationScoped
class MailComposer {
    private static final int VALUE_MAX = 2_000;
    private static final int SUBJECT_MAX = 200;
    private static final int PREHEADER_MAX = 120;

    private final BrandService brands;
    private final Links links;

    MailComposer(BrandService brands, Links links) {
        this.brands = brands;
        this.links = links;
    }

    /// @throws IllegalArgumentException when a value is missing, or a link leads to another host: a
    ///     programming error
    Sheet compose(MailKind kind, TemplateText template, Map<String, String> given, Locale language) {
        var values = checked(kind, given);
        var subject = SafeText.line(TemplateText.filled(template.subject(), values), SUBJECT_MAX);
        var document = Markdown.parse(template.body());
        var brand = brands.current();
        var colors = MailColors.of(brand);
        var layout = new MailLayout(brand, colors, language, links.origin());
        var body = HtmlBody.of(document, values, colors, Words.text("mail", language, "button-address"));
        return new Sheet(
                subject,
                layout.html(subject, TextBody.beginning(document, values, PREHEADER_MAX), body),
                layout.text(TextBody.of(document, values)));
    }

    private Map<String, String> checked(MailKind kind, Map<String, String> given) {
        var values = new HashMap<String, String>();
        for (var name : kind.values()) {
            var value = given.get(name);
            if (value == null) throw new IllegalArgumentException("No value for " + name + " of " + kind.name());
            if (MailKind.isLink(name) && !links.ours(value))
                throw new IllegalArgumentException(name + " of " + kind.name() + " leads elsewhere");
            values.put(name, MailKind.isLink(name) ? value : harmless(value));
        }
        return values;
    }

    /// Mail programs make links of what looks like one. In the name of a stranger that would be his
    /// advertisement in our mail, so an invisible space keeps it text.
    private static String harmless(String value) {
        return SafeText.cut(SafeText.block(value), VALUE_MAX)
                .replace("://", ":\u200b//")
                .replaceAll("(?i)\\bwww\\.", "www\u200b.");
    }
}
