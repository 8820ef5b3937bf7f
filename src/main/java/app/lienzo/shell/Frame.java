package app.lienzo.shell;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.Theme;
import app.lienzo.tenancy.PlatformDoors;
import app.lienzo.ui.Initials;
import app.lienzo.ui.Languages;
import app.lienzo.ui.MenuItem;
import app.lienzo.ui.NewItem;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the frame around every page shows: templates read it by name, no class imports it.
@Named("shell")
@ApplicationScoped
public class Frame {
    private final List<MenuItem> items;
    private final List<NewItem> makings;
    private final CurrentMember current;
    private final Languages languages;
    private final CurrentVertxRequest request;
    private final PlatformDoors doors;

    Frame(
            @All List<MenuItem> items,
            @All List<NewItem> makings,
            CurrentMember current,
            Languages languages,
            CurrentVertxRequest request,
            PlatformDoors doors) {
        this.items = items.stream()
                .sorted(Comparator.comparingInt(MenuItem::position))
                .toList();
        this.makings = makings.stream()
                .sorted(Comparator.comparingInt(NewItem::position))
                .toList();
        this.current = current;
        this.languages = languages;
        this.request = request;
        this.doors = doors;
    }

    /// An entry of a menu, ready to be shown.
    ///
    /// @param open how many things behind it wait
    /// @param key the letter that leads there after `G`; empty for none
    public record Entry(String path, String icon, String label, boolean current, int open, String key) {}

    /// Something that can be made from anywhere.
    ///
    /// @param key the letter that makes one after `C`; empty for none
    /// @param locked why it cannot be made yet; null for one that can
    public record Making(
            String path,
            String icon,
            String label,
            String key,
            @Nullable String locked) {}

    /// What the "New" drop-down offers the person at hand.
    public List<Making> getMakings() {
        var language = languages.current();
        return makings.stream()
                .filter(item -> item.visible() && doors.open(item.path()))
                .map(item -> new Making(
                        item.path(),
                        item.icon(),
                        item.label(language),
                        item.key(),
                        item.locked(language).orElse(null)))
                .toList();
    }

    public List<Entry> getRail() {
        return entries(MenuItem.Place.RAIL);
    }

    public List<Entry> getRailFoot() {
        return entries(MenuItem.Place.RAIL_FOOT);
    }

    public List<Entry> getProfile() {
        return entries(MenuItem.Place.PROFILE);
    }

    public List<Entry> getOrganization() {
        return entries(MenuItem.Place.ORGANIZATION);
    }

    public List<Entry> getOrganizationPeople() {
        return entries(MenuItem.Place.ORGANIZATION_PEOPLE);
    }

    public List<Entry> getOrganizationBusiness() {
        return entries(MenuItem.Place.ORGANIZATION_BUSINESS);
    }

    /// Where the organization's settings begin for the person at hand: the first page he may see.
    public Optional<String> organizationStart() {
        return items.stream()
                .filter(item -> item.place().inOrganization() && shown(item))
                .min(Comparator.comparing(MenuItem::place).thenComparingInt(MenuItem::position))
                .map(MenuItem::path);
    }

    private boolean shown(MenuItem item) {
        return item.visible() && doors.open(item.path());
    }

    /// The entry whose path is the longest beginning of the page's is the current one.
    private List<Entry> entries(MenuItem.Place place) {
        var shown = items.stream()
                .filter(item -> item.place() == place && shown(item))
                .toList();
        var here = getPath();
        var current = shown.stream()
                .map(MenuItem::path)
                .filter(path -> here.equals(path) || here.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length));
        return shown.stream()
                .map(item -> new Entry(
                        item.path(),
                        item.icon(),
                        item.label(languages.current()),
                        current.filter(item.path()::equals).isPresent(),
                        item.open(),
                        item.key()))
                .toList();
    }

    /// His picture; null for none.
    public @Nullable String getAvatar() {
        return current.find()
                .filter(me -> me.avatar() != null)
                .map(me -> "/avatars/" + me.avatar())
                .orElse(null);
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
