package app.lienzo.shell;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.Theme;
import app.lienzo.ui.Initials;
import app.lienzo.ui.Languages;
import app.lienzo.ui.MenuItem;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the frame around every page shows: templates read it by name, no class imports it.
@Named("shell")
@ApplicationScoped
public class Frame {
    private final List<MenuItem> items;
    private final CurrentMember current;
    private final Languages languages;
    private final CurrentVertxRequest request;

    Frame(@All List<MenuItem> items, CurrentMember current, Languages languages, CurrentVertxRequest request) {
        this.items = items.stream()
                .sorted(Comparator.comparingInt(MenuItem::position))
                .toList();
        this.current = current;
        this.languages = languages;
        this.request = request;
    }

    /// An entry of the rail, ready to be shown.
    public record Entry(String path, String icon, String label, boolean current, boolean settings) {}

    public List<Entry> getMenu() {
        var here = getPath();
        return items.stream()
                .filter(MenuItem::visible)
                .map(item -> new Entry(
                        item.path(),
                        item.icon(),
                        item.label(languages.current()),
                        here.equals(item.path()) || here.startsWith(item.path() + "/"),
                        item.settings()))
                .toList();
    }

    /// `auto`, `light` or `dark`.
    public String getTheme() {
        return current.find().map(SignedIn::theme).orElse(Theme.AUTO).name().toLowerCase(Locale.ROOT);
    }

    /// Two letters that stand for the member's face.
    public String getInitials() {
        return current.find().map(me -> Initials.of(me.name())).orElse("");
    }

    public String getPath() {
        var asked = request.getCurrent();
        return asked == null ? "/" : asked.normalizedPath();
    }
}
