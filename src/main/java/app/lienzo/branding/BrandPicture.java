package app.lienzo.branding;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A picture that a brand may bring. What is missing is drawn, or left out.
public enum BrandPicture {
    /// For light surfaces.
    LOGO,
    /// For dark surfaces; without it the other one.
    LOGO_DARK,
    /// Square: browser tab, home screen, widget.
    ICON,
    /// Beside the sign-in form.
    SCENE,
    /// The same for people who like it dark; without it the other one.
    SCENE_DARK;

    /// Its name in addresses and form fields: `logo-dark`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<BrandPicture> named(@Nullable String code) {
        for (var picture : values()) if (picture.code().equals(code)) return Optional.of(picture);
        return Optional.empty();
    }

    public boolean scene() {
        return this == SCENE || this == SCENE_DARK;
    }

    /// The files of a brand's pictures.
    public record Files(
            @Nullable UUID logo,
            @Nullable UUID logoDark,
            @Nullable UUID icon,
            @Nullable UUID scene,
            @Nullable UUID sceneDark) {
        public static final Files NONE = new Files(null, null, null, null, null);

        public @Nullable UUID of(BrandPicture picture) {
            return switch (picture) {
                case LOGO -> logo;
                case LOGO_DARK -> logoDark;
                case ICON -> icon;
                case SCENE -> scene;
                case SCENE_DARK -> sceneDark;
            };
        }

        /// The same with one of them changed, or taken away.
        public Files with(BrandPicture picture, @Nullable UUID file) {
            return new Files(
                    picture == LOGO ? file : logo,
                    picture == LOGO_DARK ? file : logoDark,
                    picture == ICON ? file : icon,
                    picture == SCENE ? file : scene,
                    picture == SCENE_DARK ? file : sceneDark);
        }
    }
}
