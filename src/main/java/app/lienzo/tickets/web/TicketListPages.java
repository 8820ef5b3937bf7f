package app.lienzo.tickets.web;

import app.lienzo.fields.FieldKind;
import app.lienzo.fields.FieldView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.Colleague;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketListQuery;
import app.lienzo.tickets.TicketListService;
import app.lienzo.tickets.TicketListService.Counters;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketSort;
import app.lienzo.tickets.TicketType;
import app.lienzo.tickets.TicketView;
import app.lienzo.views.SavedViewService;
import app.lienzo.views.ViewBar;
import app.lienzo.views.ViewSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills the list's page.
@ApplicationScoped
class TicketListPages {
    private static final int PAGE = 50;
    private static final int SPACES_MAX = 20;
    private static final int TEAM_MAX = 200;

    private final TicketListService lists;
    private final TicketService tickets;
    private final TicketListColumns columns;
    private final SavedViewService views;
    private final SpaceService spaces;
    private final SpaceChoice choice;
    private final Clock clock;

    TicketListPages(
            TicketListService lists,
            TicketService tickets,
            TicketListColumns columns,
            SavedViewService views,
            SpaceService spaces,
            SpaceChoice choice,
            Clock clock) {
        this.lists = lists;
        this.tickets = tickets;
        this.columns = columns;
        this.views = views;
        this.spaces = spaces;
        this.choice = choice;
        this.clock = clock;
    }

    /// What can be chosen: in filters, and for several at once.
    ///
    /// @param fields custom fields that offer options
    record Choices(
            List<SpaceView> spaces,
            List<Colleague> team,
            List<TicketCategory> categories,
            List<TicketPriority> priorities,
            List<TicketType> types,
            List<TicketSort> sorts,
            List<FieldView> fields) {}

    /// The list.
    ///
    /// @param address what it is asked for, as a query string
    /// @param link the same with the view and the columns: where this very list is
    /// @param next address of the page behind this one; null on the last
    /// @param later whether this is not the first
    record Listing(
            TicketListWish wish,
            String address,
            String link,
            List<TicketColumn> columns,
            List<TicketRow> rows,
            @Nullable String next,
            boolean later,
            Counters counters,
            ViewBar bar,
            Choices choices) {
        public List<TicketColumn> shown() {
            return columns.stream().filter(TicketColumn::shown).toList();
        }

        public List<TicketListWish.List> tabs() {
            return List.of(TicketListWish.List.values());
        }

        /// As a tab says it: a number up to 99, or nothing for a list that is not counted.
        public String count(TicketListWish.List list) {
            int count = switch (list) {
                case MINE -> counters.mine();
                case UNASSIGNED -> counters.unassigned();
                case OVERDUE -> counters.overdue();
                case OPEN -> counters.open();
                case SOLVED, ALL -> -1;
            };
            return count < 0 ? "" : count < TicketListService.COUNT_MAX ? String.valueOf(count) : "99+";
        }

        public boolean empty() {
            return rows.isEmpty();
        }

        /// What stands in the filter of a custom field.
        public String said(FieldView field) {
            return wish.fields().getOrDefault(field.key(), "");
        }
    }

    Listing read(SignedIn me, Map<String, List<String>> said, int size) {
        var wish = TicketListWish.read(said, choice.of(me).orElse(null));
        var after = first(said, "after");
        var query = wish.query(
                me.member(), after.isEmpty() ? null : after, Math.clamp(size, PAGE, TicketListQuery.LIMIT_MAX));
        var page = lists.page(me, query);
        var where =
                wish.space() == null ? spaces.inUse(me, Permission.TICKETS_WORK) : new TreeSet<>(List.of(wish.space()));
        var view = Ids.read(first(said, "view")).orElse(null);
        var saved = view == null
                ? List.<String>of()
                : views.find(me, ViewSubject.TICKETS, view)
                        .map(one -> one.columns())
                        .orElse(List.of());
        var keys = said.containsKey("columns") ? chosen(said) : saved;
        var all = columns.of(
                where.stream()
                        .filter(space -> me.may(Permission.TICKETS_WORK, space))
                        .limit(SPACES_MAX)
                        .toList(),
                keys);
        var address = wish.address();
        return new Listing(
                wish,
                address,
                link(address, said.containsKey("columns") ? keys : List.of(), view),
                all,
                page.tickets().stream().map(ticket -> row(me, ticket, wish)).toList(),
                page.next(),
                !after.isEmpty(),
                lists.counters(me, wish.space()),
                views.bar(me, ViewSubject.TICKETS, address, keys, view),
                choices(me, wish));
    }

    private static String link(String address, List<String> columns, @Nullable UUID view) {
        return Stream.of(
                        address,
                        columns.isEmpty() ? "" : "columns=" + String.join("%2C", columns),
                        view == null ? "" : "view=" + view)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private TicketRow row(SignedIn me, TicketView ticket, TicketListWish wish) {
        var due = ticket.dueAt();
        var name = wish.space() != null
                ? ""
                : spaces.of(me).stream()
                        .filter(space -> space.id().equals(ticket.space()))
                        .map(SpaceView::name)
                        .findFirst()
                        .orElse("");
        return new TicketRow(
                ticket,
                due != null && ticket.category().unfinished() && due.isBefore(clock.instant()),
                ticket.assignedTo(me.member()),
                name);
    }

    private Choices choices(SignedIn me, TicketListWish wish) {
        var mine = spaces.of(me).stream()
                .filter(space -> me.may(Permission.TICKETS_WORK, space.id()))
                .toList();
        var looked = mine.stream()
                .map(SpaceView::id)
                .filter(space -> wish.space() == null || space.equals(wish.space()))
                .limit(SPACES_MAX)
                .toList();
        return new Choices(
                mine,
                team(me, looked),
                List.of(TicketCategory.values()),
                List.of(TicketPriority.values()).reversed(),
                List.of(TicketType.values()),
                Arrays.asList(TicketSort.values()),
                columns.custom(looked).stream()
                        .filter(field -> field.kind() == FieldKind.CHOICE)
                        .toList());
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

    private static List<String> chosen(Map<String, List<String>> said) {
        return said.getOrDefault("columns", List.of()).stream()
                .flatMap(one -> Arrays.stream(one.split(",")))
                .filter(key -> key.matches("[A-Za-z0-9._-]{1,60}"))
                .distinct()
                .limit(SavedViewService.COLUMNS_MAX)
                .toList();
    }

    private static String first(Map<String, List<String>> said, String name) {
        var values = said.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }
}
