package app.lienzo.calendars;

import app.lienzo.general.OrganizationMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/// The calendar that is there by itself goes along with its organization: what was counted by it before is kept as its
/// first revision. One that somebody made or changed stays as it was said.
@ApplicationScoped
class OnOrganizationMoved {
    private final CalendarService service;
    private final Calendars calendars;
    private final KnownCalendars known;
    private final Event<CalendarChanged> changed;
    private final Clock clock;

    OnOrganizationMoved(
            CalendarService service,
            Calendars calendars,
            KnownCalendars known,
            Event<CalendarChanged> changed,
            Clock clock) {
        this.service = service;
        this.calendars = calendars;
        this.known = known;
        this.changed = changed;
        this.clock = clock;
    }

    /// The organization in scope is still the one from before.
    void moved(@Observes OrganizationMoved event) {
        if (!calendars.all().isEmpty()) return;
        var before = service.stored(calendars.firstId());
        var was = before.settings();
        var zone = service.usualZone(event.after());
        if (zone.equals(was.zone())) return;
        int revision = before.revision() + 1;
        calendars.change(before.id(), was.name(), revision, before.version());
        calendars.addRevision(
                before.id(),
                revision,
                new CalendarSettings(was.name(), zone, was.week(), was.country(), was.region(), was.days()),
                clock.instant());
        known.changed();
        changed.fire(new CalendarChanged(before.id(), revision));
    }
}
