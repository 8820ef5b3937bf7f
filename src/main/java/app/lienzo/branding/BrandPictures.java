package app.lienzo.branding;

import app.lienzo.files.CleanPicture;
import app.lienzo.files.FileService;
import app.lienzo.tenancy.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pictures of a brand as PNG, from memory when they were asked for before: logos as uploaded,
/// icons in the sizes that browsers want. What was not uploaded is drawn.
@ApplicationScoped
public class BrandPictures {
    private static final int LARGE_ICON = 180;

    private record Key(String organization, String hash, String name) {}

    private final FileService files;
    private final Scope scope;
    private final Cache<Key, byte[]> known;

    BrandPictures(FileService files, Scope scope, BrandConfig config) {
        this.files = files;
        this.scope = scope;
        this.known = Caffeine.newBuilder().maximumSize(config.pictureCacheMax()).build();
    }

    public byte[] logo(BrandView brand) {
        return known.get(key(brand, "logo"), _ -> uploaded(brand.logo(), brand));
    }

    /// For dark surfaces; the ordinary one when there is no other.
    public byte[] logoDark(BrandView brand) {
        var logo = brand.logoDark() == null ? brand.logo() : brand.logoDark();
        return known.get(key(brand, "logo-dark"), _ -> uploaded(logo, brand));
    }

    /// Beside the sign-in form; nothing when there is none.
    public Optional<byte[]> scene(BrandView brand, boolean dark) {
        var pictures = brand.draft().pictures();
        var wanted = dark ? pictures.sceneDark() : pictures.scene();
        var other = dark ? pictures.scene() : pictures.sceneDark();
        var file = wanted == null ? other : wanted;
        return file == null
                ? Optional.empty()
                : Optional.of(known.get(key(brand, "scene-" + file), _ -> files.content(file)));
    }

    /// @param side in pixels
    public byte[] icon(BrandView brand, int side) {
        return known.get(key(brand, "icon-" + side), _ -> {
            if (brand.icon() == null) return Icon.png(brand.initial(), brand.palette(), side);
            return CleanPicture.square(files.content(brand.icon()), side);
        });
    }

    private byte[] uploaded(@Nullable UUID logo, BrandView brand) {
        return logo == null ? Icon.png(brand.initial(), brand.palette(), LARGE_ICON) : files.content(logo);
    }

    private Key key(BrandView brand, String name) {
        return new Key(scope.find().map(organization -> organization.id()).orElse(""), brand.hash(), name);
    }
}
