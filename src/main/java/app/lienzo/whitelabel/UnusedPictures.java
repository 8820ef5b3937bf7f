package app.lienzo.whitelabel;

import app.lienzo.branding.BrandDraft;
import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.BrandService;
import app.lienzo.files.FileService;
import jakarta.enterprise.context.ApplicationScoped;

/// Forgets the files that nothing shows any longer: no draft, no version, not the published brand.
@ApplicationScoped
class UnusedPictures {
    private final Versions versions;
    private final BrandService brands;
    private final FileService files;

    UnusedPictures(Versions versions, BrandService brands, FileService files) {
        this.versions = versions;
        this.brands = brands;
        this.files = files;
    }

    /// @param gone what showed them until now
    void forget(BrandDraft gone) {
        var published = brands.published().pictures();
        for (var picture : BrandPicture.values()) {
            var file = gone.pictures().of(picture);
            if (file == null || versions.shows(file.toString())) continue;
            boolean shown = false;
            for (var other : BrandPicture.values()) shown |= file.equals(published.of(other));
            if (!shown) files.forget(file);
        }
    }
}
