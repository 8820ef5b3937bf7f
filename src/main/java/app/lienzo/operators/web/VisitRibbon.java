package app.lienzo.operators.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.VisitService;
import app.lienzo.ui.Ribbon;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/// Whoever looks through somebody's eyes is told so on every page, and how to stop.
@ApplicationScoped
class VisitRibbon implements Ribbon {
    private final CurrentMember current;
    private final VisitService visits;

    VisitRibbon(CurrentMember current, VisitService visits) {
        this.current = current;
        this.visits = visits;
    }

    @Override
    public List<Line> lines(Locale language) {
        return current.find()
                .flatMap(me -> visits.of(me).map(visit -> {
                    var words = OperatorMenu.words(language);
                    return new Line(
                            "warn", "eye", words.visiting(me.name()), visit.endsAt(), "/visit", words.endVisit());
                }))
                .map(List::of)
                .orElse(List.of());
    }
}
