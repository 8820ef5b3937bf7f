package app.lienzo.calendars;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The door to the organization's calendars. One is there from the first look on; it gets a row when something is
/// changed for the first time. A change makes a new revision and keeps the old one, because deadlines are
/// counted again from what held.
@ApplicationScoped
public class CalendarService {
    private static final String WORDS = "calendars";

    private final Calendars calendars;
    private final KnownCalendars known;
    private final PublicHolidays holidays;
    private final List<CalendarUse> uses;
    private final Event<CalendarChanged> changed;
    private final AuditTrail audit;
    private final Scope scope;
    private final CalendarConfig config;
    private final Clock clock;

    CalendarService(
            Calendars calendars,
            KnownCalendars known,
            PublicHolidays holidays,
            @All List<CalendarUse> uses,
            Event<CalendarChanged> changed,
            AuditTrail audit,
            Scope scope,
            CalendarConfig config,
            Clock clock) {
        this.calendars = calendars;
        this.known = known;
        this.holidays = holidays;
        this.uses = uses;
        this.changed = changed;
        this.audit = audit;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    /// The first one at the head, the others by name; never empty. As the database has it now.
    public List<CalendarView> all() {
        return orShipped(calendars.all());
    }

    /// The same from memory, for the busy: a change is heard of a moment later.
    public List<CalendarView> recent() {
        return orShipped(known.all());
    }

    /// What holds where no calendar is named.
    public CalendarView first() {
        return all().getFirst();
    }

    public Optional<CalendarView> find(UUID id) {
        return calendars
                .find(id)
                .or(() -> all().stream()
                        .filter(calendar -> calendar.id().equals(id))
                        .findFirst());
    }

    /// @throws Refused as if it never was
    public CalendarView require(UUID id) {
        return find(id).orElseThrow(Refused::notFound);
    }

    /// A revision to count by, from memory: it never changes. Those of removed calendars are kept.
    ///
    /// @throws Refused as if it never was
    public BusinessCalendar calendar(UUID id, int revision) {
        return known.revision(id, revision, () -> new BusinessCalendar(settings(id, revision), holidays));
    }

    /// Gives the calendar a row if it is the one that was there by itself, so that others can point at it.
    @Transactional
    public CalendarView stored(UUID id) {
        if (calendars.all().isEmpty()
                && calendars.add(calendars.firstId(), shipped().settings(), true, clock.instant())) known.changed();
        return require(id);
    }

    /// @param id the same twice is one calendar
    /// @throws Refused `forbidden`, `calendars-too-many`, `calendar-name-taken` and what [CalendarSettings] refuses
    @Transactional
    public CalendarView create(SignedIn me, UUID id, CalendarSettings settings) {
        require(me);
        var again = calendars.find(id);
        if (again.isPresent()) return again.get();
        var checked = settings.checked(holidays, config.daysMax());
        stored(first().id());
        var all = calendars.all();
        if (all.size() >= config.calendarsMax()) throw Refused.conflict("calendars-too-many", config.calendarsMax());
        free(all, checked.name(), id);
        calendars.add(id, checked, false, clock.instant());
        audit.record(me.actor(), "calendar-created", "calendar", id);
        known.changed();
        return require(id);
    }

    @Transactional
    public CalendarView create(SignedIn me, CalendarSettings settings) {
        return create(me, Ids.next(), settings);
    }

    /// @param version the one that was looked at
    /// @throws Refused `forbidden`, `calendar-changed`, `calendar-name-taken` and what [CalendarSettings] refuses
    @Transactional
    public CalendarView change(SignedIn me, UUID id, CalendarSettings settings, int version) {
        require(me);
        var before = stored(require(id).id());
        var checked = settings.checked(holidays, config.daysMax());
        if (before.version() == version && before.settings().equals(checked)) return before;
        free(calendars.all(), checked.name(), id);
        int revision = sameHours(before.settings(), checked) ? before.revision() : before.revision() + 1;
        if (!calendars.change(id, checked.name(), revision, version)) throw Refused.conflict("calendar-changed");
        if (revision != before.revision()) {
            calendars.addRevision(id, revision, checked, clock.instant());
            changed.fire(new CalendarChanged(id, revision));
        }
        audit.record(me.actor(), "calendar-changed", "calendar", id);
        known.changed();
        return require(id);
    }

    /// Makes it the one that holds where none is named.
    @Transactional
    public void prefer(SignedIn me, UUID id) {
        require(me);
        var calendar = stored(require(id).id());
        if (calendar.first()) return;
        calendars.prefer(id);
        audit.record(me.actor(), "calendar-preferred", "calendar", id);
        known.changed();
        changed.fire(new CalendarChanged(id, calendar.revision()));
    }

    /// @throws Refused `forbidden`, `calendar-first`, `calendar-in-use`, `calendar-changed`
    @Transactional
    public void remove(SignedIn me, UUID id, int version) {
        require(me);
        var calendar = require(id);
        if (calendar.first()) throw Refused.conflict("calendar-first");
        if (uses.stream().anyMatch(use -> use.uses(id))) throw Refused.conflict("calendar-in-use", calendar.name());
        if (!calendars.remove(id, version, clock.instant())) throw Refused.conflict("calendar-changed");
        audit.record(me.actor(), "calendar-removed", "calendar", id);
        known.changed();
    }

    /// What a new one begins with, in the organization's time zone.
    public CalendarSettings suggested(Locale language) {
        return new CalendarSettings(
                Words.text(WORDS, language, "first"), usualZone(), WeekHours.usual(), null, null, List.of());
    }

    /// The one in which a new one begins.
    public String usualZone() {
        return usualZone(scope.organization().timeZone());
    }

    String usualZone(@Nullable String said) {
        return said == null ? config.zone() : said;
    }

    private List<CalendarView> orShipped(List<CalendarView> found) {
        return found.isEmpty() ? List.of(shipped()) : found;
    }

    private CalendarView shipped() {
        var language = Languages.offered(scope.organization().language()).orElse(Languages.DEFAULT);
        return new CalendarView(calendars.firstId(), suggested(language), 1, true, 0);
    }

    private CalendarSettings settings(UUID id, int revision) {
        return calendars
                .revision(id, revision)
                .or(() -> Optional.of(shipped())
                        .filter(calendar -> calendar.id().equals(id) && revision == 1)
                        .map(CalendarView::settings))
                .orElseThrow(Refused::notFound);
    }

    private static boolean sameHours(CalendarSettings one, CalendarSettings other) {
        return one.zone().equals(other.zone())
                && one.week().equals(other.week())
                && Objects.equals(one.country(), other.country())
                && Objects.equals(one.region(), other.region())
                && one.days().equals(other.days());
    }

    private static void free(List<CalendarView> all, String name, UUID id) {
        if (all.stream()
                .anyMatch(other ->
                        other.name().equalsIgnoreCase(name) && !other.id().equals(id)))
            throw Refused.conflict("calendar-name-taken", name);
    }

    private static void require(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS)) throw Refused.forbidden("forbidden");
    }
}
