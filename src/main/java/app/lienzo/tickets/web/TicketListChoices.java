package app.lienzo.tickets.web;

import app.lienzo.fields.FieldKind;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.Colleague;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketSort;
import app.lienzo.tickets.TicketStateService;
import app.lienzo.tickets.TicketStateView;
import app.lienzo.tickets.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a list of tickets offers to be narrowed by, and to be changed to.
@ApplicationScoped
class TicketListChoices {
    static final int SPACES_MAX = 20;
    private static final int TEAM_MAX = 200;

    private final TicketService tickets;
    private final TicketStateService states;
    private final TicketListColumns columns;
    private final SpaceService spaces;

    TicketListChoices(
            TicketService tickets, TicketStateService states, TicketListColumns columns, SpaceService spaces) {
        this.tickets = tickets;
        this.states = states;
        this.columns = columns;
        this.spaces = spaces;
    }

    /// A space's own name for a category.
    ///
    /// @param space its space's name, where the list shows several
    record OwnState(String id, String name, String space) {}

    /// A category with the names that it has in the spaces looked at.
    record StateGroup(TicketCategory category, List<OwnState> own) {}

    /// What can be chosen: in filters, and for several at once.
    ///
    /// @param fields custom fields that offer options
    record Choices(
            List<SpaceView> spaces,
            List<Colleague> team,
            List<StateGroup> states,
            List<TicketCategory> categories,
            List<TicketPriority> priorities,
            List<TicketType> types,
            List<TicketSort> sorts,
            List<FieldView> fields) {}

    /// @param space the one looked at; null for all where he works
    Choices of(SignedIn me, @Nullable UUID space) {
        var mine = spaces.of(me).stream()
                .filter(one -> me.may(Permission.TICKETS_WORK, one.id()))
                .toList();
        var looked = mine.stream()
                .filter(one -> space == null || one.id().equals(space))
                .limit(SPACES_MAX)
                .toList();
        var ids = looked.stream().map(SpaceView::id).toList();
        return new Choices(
                mine,
                team(me, ids),
                states(me, looked),
                List.of(TicketCategory.values()),
                List.of(TicketPriority.values()).reversed(),
                List.of(TicketType.values()),
                Arrays.asList(TicketSort.values()),
                columns.custom(ids).stream()
                        .filter(field -> field.kind() == FieldKind.CHOICE)
                        .toList());
    }

    private List<StateGroup> states(SignedIn me, List<SpaceView> looked) {
        var names = looked.stream().collect(Collectors.toMap(SpaceView::id, SpaceView::name));
        var all = states.of(me, names.keySet()).stream().collect(Collectors.groupingBy(TicketStateView::category));
        Function<TicketStateView, OwnState> shown = state -> new OwnState(
                state.id().toString(), state.name(), names.size() < 2 ? "" : names.getOrDefault(state.space(), ""));
        return Arrays.stream(TicketCategory.values())
                .map(category -> new StateGroup(
                        category,
                        all.getOrDefault(category, List.of()).stream()
                                .map(shown)
                                .toList()))
                .toList();
    }

    private List<Colleague> team(SignedIn me, List<UUID> looked) {
        return looked.stream()
                .flatMap(space -> tickets.team(me, space).stream())
                .collect(Collectors.toMap(Colleague::id, colleague -> colleague, (one, _) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Colleague::name, String.CASE_INSENSITIVE_ORDER))
                .limit(TEAM_MAX)
                .toList();
    }
}
