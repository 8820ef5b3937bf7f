package app.lienzo.calendars;

import app.lienzo.ui.Words;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The public holidays of countries and their regions, as a library knows them. A region is named by its keys
/// from the top, with `/` between: `ct`, `be/mu`.
@ApplicationScoped
public class PublicHolidays {
    private static final String WORDS = "holidays";
    private static final int YEARS_MAX = 2_000;
    /// Towns are left out: their lists are long and known to be incomplete.
    private static final int DEPTH_MAX = 2;

    private record Key(String country, String region, int year) {}

    /// @param code in lower case
    public record Place(String code, String name) {}

    private final Cache<Key, Map<LocalDate, Holiday>> known =
            Caffeine.newBuilder().maximumSize(YEARS_MAX).build();

    /// Countries by name, in the reader's language.
    public List<Place> countries(Locale language) {
        return codes().stream()
                .filter(code -> code.length() == 2)
                .map(code -> new Place(
                        code, Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(language)))
                .sorted(byName(language))
                .toList();
    }

    /// The regions of a country that have holidays of their own; none for a country that nobody knows.
    public List<Place> regions(String country, Locale language) {
        if (!codes().contains(country)) return List.of();
        var found = new ArrayList<Place>();
        regions(country, manager(country).getCalendarHierarchy(), "", "", language, 1, found);
        found.sort(byName(language));
        return List.copyOf(found);
    }

    boolean knows(String country, @Nullable String region) {
        if (!codes().contains(country)) return false;
        if (region == null) return true;
        var place = manager(country).getCalendarHierarchy();
        for (var key : region.split("/")) {
            var next = place.getChildren().get(key);
            if (next == null) return false;
            place = next;
        }
        return true;
    }

    boolean has(String country, @Nullable String region, LocalDate date) {
        return of(country, region, date.getYear()).containsKey(date);
    }

    Optional<String> name(String country, @Nullable String region, LocalDate date, Locale language) {
        return Optional.ofNullable(of(country, region, date.getYear()).get(date))
                .map(holiday -> name(holiday, language));
    }

    /// Common ones in our own words, because the library does not speak all our languages; the others in its.
    private static String name(Holiday holiday, Locale language) {
        var key = holiday.getPropertiesKey();
        return Words.has(WORDS, key) ? Words.text(WORDS, language, key) : holiday.getDescription(language);
    }

    private Map<LocalDate, Holiday> of(String country, @Nullable String region, int year) {
        var key = new Key(country, region == null ? "" : region, year);
        return known.get(key, PublicHolidays::load);
    }

    private static Map<LocalDate, Holiday> load(Key key) {
        var parts = key.region().isEmpty() ? new String[0] : key.region().split("/");
        var found = new HashMap<LocalDate, Holiday>();
        for (var type : List.of(HolidayType.PUBLIC_HOLIDAY, HolidayType.BANK_HOLIDAY)) {
            for (var holiday : manager(key.country()).getHolidays(Year.of(key.year()), type, parts))
                found.putIfAbsent(holiday.getDate(), holiday);
        }
        return Map.copyOf(found);
    }

    private static void regions(
            String country,
            CalendarHierarchy place,
            String path,
            String above,
            Locale language,
            int depth,
            List<Place> found) {
        for (var child : place.getChildren().entrySet()) {
            var code = path.isEmpty() ? child.getKey() : path + "/" + child.getKey();
            var key = "place." + country + "." + child.getKey();
            var own = Words.has(WORDS, key) ? Words.text(WORDS, language, key) : null;
            var name = above + (own == null ? child.getValue().getDescription(language) : own);
            found.add(new Place(code, name));
            if (depth < DEPTH_MAX) regions(country, child.getValue(), code, name + " · ", language, depth + 1, found);
        }
    }

    private static Comparator<Place> byName(Locale language) {
        var order = java.text.Collator.getInstance(language);
        return Comparator.comparing(Place::name, order);
    }

    private static Set<String> codes() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}
