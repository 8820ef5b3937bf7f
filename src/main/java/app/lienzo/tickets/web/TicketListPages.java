package app.lienzo.tickets.web;

import app.lienzo.fields.FieldView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.spaces.SpaceChoice;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tickets.TicketListQuery;
import app.lienzo.tickets.TicketListService;
import app.lienzo.tickets.TicketListService.Counters;
import app.lienzo.tickets.TicketStateService;
import app.lienzo.tickets.TicketView;
import app.lienzo.tickets.web.TicketListChoices.Choices;
import app.lienzo.tickets.web.TicketListPicker.Option;
import app.lienzo.tickets.web.TicketListPicker.Pick;
import app.lienzo.views.SavedViewService;
import app.lienzo.views.ViewBar;
import app.lienzo.views.ViewSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
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

    private final TicketListService lists;
    private final TicketStateService states;
    private final TicketListPicker picker;
    private final TicketListChoices choices;
    private final TicketListColumns columns;
    private final SavedViewService views;
    private final SpaceService spaces;
    private final SpaceChoice choice;
    private final Clock clock;

    TicketListPages(
            TicketListService lists,
            TicketStateService states,
            TicketListPicker picker,
            TicketListChoices choices,
            TicketListColumns columns,
            SavedViewService views,
            SpaceService spaces,
            SpaceChoice choice,
            Clock clock) {
        this.lists = lists;
        this.states = states;
        this.picker = picker;
        this.choices = choices;
        this.columns = columns;
        this.views = views;
        this.spaces = spaces;
        this.choice = choice;
        this.clock = clock;
    }

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
            Pick requester,
            Pick company,
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

        /// What a column, and what it is filtered by, is called.
        public String label(String column) {
            return columns.stream()
                    .filter(one -> one.key().equals(column))
                    .map(TicketColumn::label)
                    .findFirst()
                    .orElse(column);
        }

        /// The same list of one of those who may be meant.
        public String requesterLink(Option option) {
            return "/tickets?" + wish.of(option.id(), wish.company()).address();
        }

        public String companyLink(Option option) {
            return "/tickets?" + wish.of(wish.requester(), option.id()).address();
        }

        /// What stands in the filter of a custom field.
        public String said(FieldView field) {
            return wish.fields().getOrDefault(field.key(), "");
        }
    }

    Listing read(SignedIn me, Map<String, List<String>> said, int size) {
        var asked = TicketListWish.read(said, choice.of(me).orElse(null));
        var requester = picker.requester(me, asked, typed(said, "who"));
        var company = picker.company(me, asked, typed(said, "firm"));
        var wish = asked.of(requester.id(), company.id());
        var after = first(said, "after");
        var query = wish.query(
                me.member(),
                states.category(me, wish.state()),
                after.isEmpty() ? null : after,
                Math.clamp(size, PAGE, TicketListQuery.LIMIT_MAX));
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
                        .limit(TicketListChoices.SPACES_MAX)
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
                requester,
                company,
                choices.of(me, wish.space()));
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

    private static List<String> chosen(Map<String, List<String>> said) {
        return said.getOrDefault("columns", List.of()).stream()
                .flatMap(one -> Arrays.stream(one.split(",")))
                .filter(key -> key.matches("[A-Za-z0-9._-]{1,60}"))
                .distinct()
                .limit(SavedViewService.COLUMNS_MAX)
                .toList();
    }

    /// Null when the field was not there: nobody typed.
    private static @Nullable String typed(Map<String, List<String>> said, String name) {
        return said.containsKey(name) ? first(said, name) : null;
    }

    private static String first(Map<String, List<String>> said, String name) {
        var values = said.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }
}
