package app.lienzo.tickets.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketChange.To;
import app.lienzo.tickets.TicketListQuery;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketSort;
import app.lienzo.tickets.TicketType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list's address asks for. What is no value of a filter is left out, as if nobody had said it.
///
/// @param list one of those that are always there
/// @param space null for all where the member works
/// @param where `all` or an id, when a space was asked for; empty for the one he looks at
/// @param state a [TicketCategory], or the id of one of the space's own names; empty for any
/// @param assignee `me`, `none`, an id, or empty for any
/// @param company `none`, an id, or empty for any
/// @param fields custom fields by key
record TicketListWish(
        List list,
        @Nullable UUID space,
        String where,
        String state,
        String type,
        String priority,
        String assignee,
        String requester,
        String company,
        String tag,
        Map<String, String> fields,
        TicketSort sort) {
    private static final int TAG_MAX = 60;
    private static final int VALUE_MAX = 200;
    private static final int FIELDS_MAX = 10;
    private static final String FIELD = "field.";
    private static final String EVERYWHERE = "all";

    /// The lists that are always there.
    enum List {
        OPEN,
        MINE,
        UNASSIGNED,
        OVERDUE,
        SOLVED,
        ALL;

        /// As it stands in addresses.
        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        TicketSort usualSort() {
            return this == OVERDUE ? TicketSort.DUE : TicketSort.CHANGED;
        }

        private Set<TicketCategory> categories() {
            return switch (this) {
                case OPEN, MINE, UNASSIGNED, OVERDUE ->
                    EnumSet.of(TicketCategory.NEW, TicketCategory.OPEN, TicketCategory.WAITING, TicketCategory.ON_HOLD);
                case SOLVED -> EnumSet.of(TicketCategory.SOLVED, TicketCategory.CLOSED);
                case ALL -> EnumSet.allOf(TicketCategory.class);
            };
        }
    }

    /// @param usualSpace the space that the member looks at
    static TicketListWish read(Map<String, java.util.List<String>> said, @Nullable UUID usualSpace) {
        var list = constant(List.class, first(said, "list"), List.OPEN);
        var space = first(said, "space");
        return new TicketListWish(
                list,
                space.equals(EVERYWHERE) ? null : Ids.read(space).orElse(usualSpace),
                space.equals(EVERYWHERE) ? space : id(space),
                state(first(said, "state")),
                name(TicketType.class, first(said, "type")),
                name(TicketPriority.class, first(said, "priority")),
                somebody(first(said, "assignee"), true),
                id(first(said, "requester")),
                somebody(first(said, "company"), false),
                SafeText.line(first(said, "tag"), TAG_MAX).toLowerCase(Locale.ROOT),
                fields(said),
                constant(TicketSort.class, first(said, "sort"), list.usualSort()));
    }

    /// The same of somebody, or of a company.
    TicketListWish of(String somebody, String firm) {
        return new TicketListWish(
                list, space, where, state, type, priority, assignee, somebody, firm, tag, fields, sort);
    }

    /// @param own the category of the state, when it is one of the space's own names
    TicketListQuery query(UUID me, @Nullable TicketCategory own, @Nullable String after, int limit) {
        var category = Arrays.stream(TicketCategory.values())
                .filter(known -> known.name().equals(state))
                .findFirst();
        return new TicketListQuery(
                space,
                category.or(() -> Optional.ofNullable(own))
                        .<Set<TicketCategory>>map(EnumSet::of)
                        .orElseGet(list::categories),
                category.isPresent() ? null : uuid(state),
                assigneeOf(me),
                uuid(requester),
                company.isEmpty() ? null : company.equals("none") ? To.NOBODY : new To(uuid(company)),
                type.isEmpty() ? Set.of() : EnumSet.of(TicketType.valueOf(type)),
                priority.isEmpty() ? Set.of() : EnumSet.of(TicketPriority.valueOf(priority)),
                tag.isEmpty() ? null : tag,
                fields,
                list == List.OVERDUE,
                sort,
                after,
                limit);
    }

    /// As the address says it, without what says nothing.
    public String address() {
        var said = new LinkedHashMap<String, String>();
        if (list != List.OPEN) said.put("list", list.path());
        said.put("space", where);
        said.put("state", state);
        said.put("type", type);
        said.put("priority", priority);
        said.put("assignee", assignee);
        said.put("requester", requester);
        said.put("company", company);
        said.put("tag", tag);
        fields.forEach((key, value) -> said.put(FIELD + key, value));
        if (sort != list.usualSort()) said.put("sort", sort.name().toLowerCase(Locale.ROOT));
        var address = new StringBuilder();
        said.forEach((name, value) -> {
            if (value.isEmpty()) return;
            if (!address.isEmpty()) address.append('&');
            address.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        });
        return address.toString();
    }

    /// Whether anything narrows the list.
    public boolean narrowed() {
        return !(state + type + priority + assignee + requester + company + tag).isEmpty() || !fields.isEmpty();
    }

    private @Nullable To assigneeOf(UUID me) {
        if (list == List.MINE) return new To(me);
        if (list == List.UNASSIGNED) return To.NOBODY;
        return switch (assignee) {
            case "" -> null;
            case "me" -> new To(me);
            case "none" -> To.NOBODY;
            default -> new To(uuid(assignee));
        };
    }

    private static String state(String said) {
        var category = name(TicketCategory.class, said);
        return category.isEmpty() ? id(said) : category;
    }

    private static String somebody(String said, boolean me) {
        return said.equals("none") || (me && said.equals("me")) ? said : id(said);
    }

    private static String id(String said) {
        return Ids.read(said).map(UUID::toString).orElse("");
    }

    private static @Nullable UUID uuid(String said) {
        return Ids.read(said).orElse(null);
    }

    private static Map<String, String> fields(Map<String, java.util.List<String>> said) {
        var fields = new TreeMap<String, String>();
        said.keySet().stream()
                .filter(name -> name.startsWith(FIELD) && name.length() <= VALUE_MAX)
                .sorted()
                .limit(FIELDS_MAX)
                .forEach(name -> {
                    var value = SafeText.line(first(said, name), VALUE_MAX);
                    if (!value.isEmpty()) fields.put(name.substring(FIELD.length()), value);
                });
        return fields;
    }

    private static <E extends Enum<E>> String name(Class<E> type, String said) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(said))
                .findFirst()
                .orElse("");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String said, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(said))
                .findFirst()
                .orElse(otherwise);
    }

    private static String first(Map<String, java.util.List<String>> said, String name) {
        var values = said.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }
}
