package app.lienzo.ui;

import io.quarkus.arc.All;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/// For templates: all that is said above the page.
@ApplicationScoped
@Named("ribbons")
public class Ribbons {
    private final List<Ribbon> ribbons;
    private final Languages languages;

    Ribbons(@All List<Ribbon> ribbons, Languages languages) {
        this.ribbons = ribbons;
        this.languages = languages;
    }

    /// Nothing on the event loop, where an error page may be rendered and nobody may ask the database.
    public List<Ribbon.Line> getShown() {
        if (!BlockingOperationControl.isBlockingAllowed()) return List.of();
        var language = languages.current();
        return ribbons.stream()
                .flatMap(ribbon -> ribbon.lines(language).stream())
                .toList();
    }
}
