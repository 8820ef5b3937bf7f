package app.lienzo.whitelabel;

import app.lienzo.branding.BrandDraft;
import app.lienzo.branding.BrandPicture;
import app.lienzo.branding.BrandService;
import app.lienzo.branding.Contrast;
import jakarta.enterprise.context.ApplicationScoped;

/// What is already an organization's own in how it shows itself: only what is published counts.
@ApplicationScoped
public class OwnBrandService {
    private final DraftService drafts;
    private final BrandService brands;

    OwnBrandService(DraftService drafts, BrandService brands) {
        this.drafts = drafts;
        this.brands = brands;
    }

    /// Whether something was changed that is not published yet.
    public boolean drafted() {
        return drafts.current().pending();
    }

    /// Whether people are told whom to turn to and what they may rely on: support, privacy, terms.
    public boolean named() {
        if (!drafts.hasPublished()) return false;
        var contact = brands.published().contact();
        boolean reachable = contact.email() != null || contact.phone() != null || contact.helpUrl() != null;
        return reachable && contact.privacyUrl() != null && contact.termsUrl() != null;
    }

    /// Whether it has colours or pictures of its own, and both colours are read well with white.
    public boolean dressed() {
        if (!drafts.hasPublished()) return false;
        var brand = brands.published();
        return own(brand) && readable(brand.color()) && readable(brand.accent());
    }

    private boolean own(BrandDraft brand) {
        var neutral = brands.neutral().draft();
        return !brand.pictures().equals(BrandPicture.Files.NONE)
                || !brand.color().equals(neutral.color())
                || !brand.accent().equals(neutral.accent());
    }

    private static boolean readable(String color) {
        return Contrast.of(color).map(Contrast::good).orElse(false);
    }
}
