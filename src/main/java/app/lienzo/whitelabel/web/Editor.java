package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.BrandView;
import app.lienzo.branding.Contrast;
import app.lienzo.branding.CustomCss;
import app.lienzo.whitelabel.DraftView;
import app.lienzo.whitelabel.PreviewPart;
import app.lienzo.whitelabel.VersionView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that the editor shows.
///
/// @param faults by field, in words; empty when the draft is kept as it stands in the form
/// @param look the draft as it is kept, with its addresses
/// @param suggestions colours of the logo that are not the brand's already
/// @param conflict that somebody else changed it in the meantime
/// @param host where people find the organization
public record Editor(
        WhiteLabelForm form,
        DraftView draft,
        Map<String, String> faults,
        BrandView look,
        List<String> suggestions,
        List<CustomCss.Dropped> dropped,
        List<VersionView> versions,
        List<Locale> languages,
        PreviewPart part,
        Locale language,
        boolean conflict,
        String host) {

    /// A place for a picture.
    ///
    /// @param path where the kept one is; null for none
    public record Slot(BrandPicture picture, @Nullable String path) {
        public String code() {
            return picture.code();
        }

        public boolean dark() {
            return picture == BrandPicture.LOGO_DARK || picture == BrandPicture.SCENE_DARK;
        }

        public boolean scene() {
            return picture.scene();
        }
    }

    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    public boolean wrong() {
        return !faults.isEmpty();
    }

    public List<Slot> logos() {
        return List.of(slot(BrandPicture.LOGO), slot(BrandPicture.LOGO_DARK), slot(BrandPicture.ICON));
    }

    public List<Slot> scenes() {
        return List.of(slot(BrandPicture.SCENE), slot(BrandPicture.SCENE_DARK));
    }

    public List<Slot> slots() {
        return List.of(BrandPicture.values()).stream().map(this::slot).toList();
    }

    private Slot slot(BrandPicture picture) {
        var file = draft.brand().pictures().of(picture);
        var name = switch (picture) {
            case LOGO -> "logo.png";
            case LOGO_DARK -> "logo-dark.png";
            case ICON -> "icon-180.png";
            case SCENE -> "scene";
            case SCENE_DARK -> "scene-dark";
        };
        return new Slot(picture, file == null ? null : look.path(name));
    }

    /// Of what is typed; null for what is no colour.
    public @Nullable Contrast contrast(String field) {
        var typed = field.equals("color") ? form.color() : form.accent();
        return Contrast.of(typed == null ? "" : typed).orElse(null);
    }

    /// What *fix it* would make of it.
    public String fixed(String field) {
        var typed = field.equals("color") ? form.color() : form.accent();
        return Contrast.fixed(typed == null ? "" : typed);
    }

    /// What stands for the page in a title; templates cannot write it.
    public String pageMark() {
        return "{page}";
    }

    public String nameMark() {
        return "{name}";
    }

    public List<PreviewPart> parts() {
        return List.of(PreviewPart.values());
    }

    /// The name of a page in the browser's tab.
    public String tab(String page) {
        return look.titleBefore() + page + look.titleAfter();
    }
}
