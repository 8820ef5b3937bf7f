package app.lienzo.portalaccess;

import app.lienzo.spaces.SpaceService;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// In which language a customer is written to: his own where the organization offers it, that of the space otherwise.
@ApplicationScoped
public class CustomerLanguage {
    private final SpaceService spaces;
    private final Languages languages;

    CustomerLanguage(SpaceService spaces, Languages languages) {
        this.spaces = spaces;
        this.languages = languages;
    }

    /// @param own two letters; null for who said nothing
    public Locale of(UUID space, @Nullable String own) {
        if (own != null && languages.choose(own).isPresent()) return languages.speakingTo(own);
        return languages.speakingTo(spaces.language(space).orElse(null));
    }
}
