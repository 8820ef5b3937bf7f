package app.lienzo.branding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/// The brand as templates read it, for example `{inject:brand.name}`. Always of the organization at
/// hand; texts that an organization did not give are null, so that `{#if inject:brand.helpUrl}` works.
@Named("brand")
@ApplicationScoped
public class BrandInTemplates {
    private final BrandService brands;

    BrandInTemplates(BrandService brands) {
        this.brands = brands;
    }

    public String getName() {
        return brands.current().name();
    }

    /// What stands before and behind a page's own name in the browser's tab.
    public String getTitleBefore() {
        return brands.current().titleBefore();
    }

    public String getTitleAfter() {
        return brands.current().titleAfter();
    }

    public @Nullable String getTagline() {
        return brands.current().tagline();
    }

    /// Path of the stylesheet with the brand's tokens; belongs behind `app.css`.
    public String getCss() {
        var brand = brands.current();
        return brand.home() + "/" + brand.hash() + ".css";
    }

    /// Path of the organization's own CSS, behind the tokens; null for none. For portal and help pages, whose `body`
    /// has the class `brand`, and never for a page where one signs in or works.
    public @Nullable String getCustomCss() {
        var brand = brands.current();
        return brand.css().isEmpty() ? null : brand.path("portal.css");
    }

    /// Path of the logo for light surfaces; null when none was uploaded and [#getInitial] stands in.
    public @Nullable String getLogo() {
        var brand = brands.current();
        return brand.logo() == null ? null : brand.path("logo.png");
    }

    /// Path of the logo for dark surfaces, or of the light one; null when there is neither.
    public @Nullable String getLogoDark() {
        var brand = brands.current();
        return brand.logo() == null && brand.logoDark() == null ? null : brand.path("logo-dark.png");
    }

    public String getIcon32() {
        return brands.current().icon(32);
    }

    public String getIcon180() {
        return brands.current().icon(180);
    }

    /// `#rrggbb`, for `<meta name="theme-color">`.
    public String getColor() {
        return brands.current().color();
    }

    public @Nullable String getSupportEmail() {
        return brands.current().supportEmail();
    }

    public @Nullable String getSupportPhone() {
        return brands.current().supportPhone();
    }

    /// The same as a link wants it: digits, perhaps a plus sign before them.
    public @Nullable String getSupportPhoneLink() {
        var phone = brands.current().supportPhone();
        return phone == null ? null : phone.replaceAll("[^0-9+]", "");
    }

    public @Nullable String getHelpUrl() {
        return brands.current().helpUrl();
    }

    public @Nullable String getPrivacyUrl() {
        return brands.current().privacyUrl();
    }

    public @Nullable String getTermsUrl() {
        return brands.current().termsUrl();
    }

    public @Nullable String getImprintUrl() {
        return brands.current().imprintUrl();
    }

    public String getInitial() {
        return brands.current().initial();
    }
}
