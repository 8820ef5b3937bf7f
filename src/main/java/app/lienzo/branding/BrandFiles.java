package app.lienzo.branding;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What browsers load of a brand, by its name in the address.
@ApplicationScoped
public class BrandFiles {
    private static final String CSS = "text/css;charset=utf-8";
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private final BrandPictures pictures;

    BrandFiles(BrandPictures pictures) {
        this.pictures = pictures;
    }

    /// @param type media type
    public record Found(String type, byte[] content) {}

    /// The tokens.
    public Found stylesheet(BrandView brand) {
        return new Found(CSS, brand.stylesheet().getBytes(StandardCharsets.UTF_8));
    }

    /// A picture, or the organization's own CSS; nothing for any other name.
    public Optional<Found> find(BrandView brand, String name) {
        return switch (name) {
            case "logo.png" -> png(pictures.logo(brand));
            case "logo-dark.png" -> png(pictures.logoDark(brand));
            case "icon-32.png" -> png(pictures.icon(brand, 32));
            case "icon-180.png" -> png(pictures.icon(brand, 180));
            case "icon-192.png" -> png(pictures.icon(brand, 192));
            case "icon-512.png" -> png(pictures.icon(brand, 512));
            case "scene" -> pictures.scene(brand, false).map(BrandFiles::scene);
            case "scene-dark" -> pictures.scene(brand, true).map(BrandFiles::scene);
            case "portal.css" ->
                brand.css().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Found(CSS, brand.css().getBytes(StandardCharsets.UTF_8)));
            default -> Optional.empty();
        };
    }

    private static Optional<Found> png(byte[] content) {
        return Optional.of(new Found(PNG, content));
    }

    private static Found scene(byte[] content) {
        return new Found(content[0] == (byte) 0xFF ? JPEG : PNG, content);
    }
}
