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

    public @Nullable String getTagline() {
        return brands.current().tagline();
    }

    /// Path of the stylesheet with the brand's tokens; belongs behind `app.css`.
    public String getCss() {
        return "/brand/" + brands.current().hash() + ".css";
    }

    /// Path of the logo for light surfaces; null when none was uploaded and [#getInitial] stands in.
    public @Nullable String getLogo() {
        var brand = brands.current();
        return brand.logo() == null ? null : path(brand, "logo.png");
    }

    /// Path of the logo for dark surfaces, or of the light one; null when there is neither.
    public @Nullable String getLogoDark() {
        var brand = brands.current();
        return brand.logo() == null && brand.logoDark() == null ? null : path(brand, "logo-dark.png");
    }

    public String getIcon32() {
        return path(brands.current(), "icon-32.png");
    }

    public String getIcon180() {
        return path(brands.current(), "icon-180.png");
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

    public @Nullable String getHelpUrl() {
        return brands.current().helpUrl();
    }

    public @Nullable String getPrivacyUrl() {
        return brands.current().privacyUrl();
    }

    public @Nullable String getTermsUrl() {
        return brands.current().termsUrl();
    }

    public String getInitial() {
        return brands.current().initial();
    }

    private static String path(BrandView brand, String name) {
        return "/brand/" + brand.hash() + "/" + name;
    }
}
