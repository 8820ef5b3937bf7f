package app.lienzo.ui;

import app.lienzo.tenancy.DatabaseFailed;
import io.quarkus.arc.All;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/// For templates: all that is said above the page.
@ApplicationScoped
@Named("ribbons")
public class Ribbons {
    private static final Logger LOG = Logger.getLogger(Ribbons.class);

    private final List<Ribbon> ribbons;
    private final Languages languages;

    Ribbons(@All List<Ribbon> ribbons, Languages languages) {
        this.ribbons = ribbons;
        this.languages = languages;
    }

    /// Nothing on the event loop, where an error page may be rendered and nobody may ask the database; and
    /// nothing of what the database does not tell, as the page below is more.
    public List<Ribbon.Line> getShown() {
        if (!BlockingOperationControl.isBlockingAllowed()) return List.of();
        var language = languages.current();
        return ribbons.stream()
                .flatMap(ribbon -> lines(ribbon, language).stream())
                .toList();
    }

    private static List<Ribbon.Line> lines(Ribbon ribbon, Locale language) {
        try {
            return ribbon.lines(language);
        } catch (DatabaseFailed failed) {
            LOG.warn("What stands above the page is left out", failed);
            return List.of();
        }
    }
}
