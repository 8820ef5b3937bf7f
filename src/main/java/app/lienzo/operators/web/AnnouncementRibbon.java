package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.operators.AnnouncementService;
import app.lienzo.ui.Ribbon;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/// What the staff says to an Owner, until he puts it aside.
@ApplicationScoped
class AnnouncementRibbon implements Ribbon {
    private final CurrentMember current;
    private final AnnouncementService announcements;

    AnnouncementRibbon(CurrentMember current, AnnouncementService announcements) {
        this.current = current;
        this.announcements = announcements;
    }

    @Override
    public List<Line> lines(Locale language) {
        return current.find().map(announcements::forOwner).orElse(List.of()).stream()
                .map(one -> new Line(
                        "note",
                        "info-circle",
                        one.text(language),
                        null,
                        "/announcements/" + one.id() + "/dismissal",
                        OperatorMenu.words(language).understood()))
                .toList();
    }
}
