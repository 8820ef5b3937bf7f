package app.lienzo.optout;

import app.lienzo.deadlines.DeadlineService;
import app.lienzo.deadlines.DeadlineSubject;
import app.lienzo.deadlines.DeadlineView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Requests beside their deadlines.
@ApplicationScoped
class DatedOptOuts {
    private final DeadlineService deadlines;
    private final Clock clock;

    DatedOptOuts(DeadlineService deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// In the order they are given in.
    List<OptOutView> of(List<OptOutView> requests) {
        var found = deadlines
                .of(
                        DeadlineSubject.OPTOUT,
                        requests.stream().map(OptOutView::id).toList())
                .stream()
                .collect(Collectors.toMap(DeadlineView::id, Function.identity()));
        var now = clock.instant();
        return requests.stream()
                .map(request -> {
                    var deadline = found.get(request.id());
                    return deadline == null ? request : request.due(deadline.dueAt(), now);
                })
                .toList();
    }

    OptOutView of(OptOutView request) {
        return of(List.of(request)).getFirst();
    }
}
