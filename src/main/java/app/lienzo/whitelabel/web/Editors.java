package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandService;
import app.lienzo.branding.CustomCss;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import app.lienzo.whitelabel.DraftService;
import app.lienzo.whitelabel.DraftView;
import app.lienzo.whitelabel.PreviewPart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the editor together, as a page or as what changed of it.
@ApplicationScoped
class Editors {
    /// Ours, and a frame of ours inside of it.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final DraftService drafts;
    private final BrandService brands;
    private final Languages languages;
    private final Links links;

    Editors(DraftService drafts, BrandService brands, Languages languages, Links links) {
        this.drafts = drafts;
        this.brands = brands;
        this.languages = languages;
        this.links = links;
    }

    /// @param done what was done a moment ago; empty for nothing
    @CheckedTemplate(basePath = "whitelabel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WhiteLabelPage(Editor editor, String done) implements TemplateInstance {}

    @CheckedTemplate(basePath = "whitelabel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EditorPart(Editor editor) implements TemplateInstance {}

    Editor fresh(@Nullable String part) {
        var draft = drafts.current();
        var form = WhiteLabelForm.of(draft, languages.first());
        return of(form, draft, Map.of(), part(part));
    }

    Editor of(WhiteLabelForm form, DraftView draft, Map<String, Refused> faults) {
        return of(form, draft, faults, part(form.part()));
    }

    Response page(int status, Editor editor, String done) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .entity(new WhiteLabelPage(editor, done))
                .build();
    }

    Response part(int status, Editor editor) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new EditorPart(editor))
                .build();
    }

    static PreviewPart part(@Nullable String code) {
        return PreviewPart.named(code).orElse(PreviewPart.SIGN_IN);
    }

    private Editor of(WhiteLabelForm form, DraftView draft, Map<String, Refused> faults, PreviewPart part) {
        var brand = draft.brand();
        var logo = brand.pictures().logo();
        var css = form.css();
        return new Editor(
                form,
                draft,
                faults.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                fault -> Problem.of(fault.getValue(), languages.current(), "")
                                        .detail())),
                drafts.look(),
                logo == null
                        ? List.of()
                        : brands.colorsOf(logo).stream()
                                .filter(color -> !color.equals(brand.color()) && !color.equals(brand.accent()))
                                .toList(),
                css == null || css.isBlank() ? List.of() : CustomCss.of(css).dropped(),
                drafts.versions(),
                Languages.OFFERED,
                part,
                languages.current(),
                faults.containsKey(""),
                links.to("/").getHost());
    }
}
