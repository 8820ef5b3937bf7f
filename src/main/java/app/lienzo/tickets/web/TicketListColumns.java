package app.lienzo.tickets.web;

import app.lienzo.fields.FieldService;
import app.lienzo.fields.FieldSubject;
import app.lienzo.fields.FieldView;
import app.lienzo.ui.Languages;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Which columns a list can have, and which it has. The number and the subject are always there.
@ApplicationScoped
class TicketListColumns {
    static final List<String> USUAL = List.of("state", "priority", "requester", "assignee", "due", "changed");
    private static final int SHOWN_MAX = 12;

    private final FieldService fields;
    private final Languages languages;

    TicketListColumns(FieldService fields, Languages languages) {
        this.fields = fields;
        this.languages = languages;
    }

    /// Those that every list can have.
    enum Known {
        STATE,
        PRIORITY,
        TYPE,
        REQUESTER,
        COMPANY,
        ASSIGNEE,
        DUE,
        CHANGED,
        CREATED,
        TAGS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Those chosen first, in their order, then the others.
    ///
    /// @param chosen keys; empty for the usual ones
    List<TicketColumn> of(Collection<UUID> spaces, List<String> chosen) {
        var words = MessageBundles.get(
                TicketListMessages.class,
                Localized.Literal.of(languages.current().getLanguage()));
        var known = new LinkedHashMap<String, String>();
        Arrays.stream(Known.values()).forEach(column -> known.put(column.key(), words.column(column)));
        custom(spaces).forEach(field -> known.putIfAbsent(TicketColumn.FIELD + field.key(), field.label()));
        var columns = new ArrayList<TicketColumn>();
        for (var key : chosen.isEmpty() ? USUAL : chosen) {
            var label = known.remove(key);
            if (label != null && columns.size() < SHOWN_MAX) columns.add(new TicketColumn(key, label, true));
        }
        known.forEach((key, label) -> columns.add(new TicketColumn(key, label, false)));
        return columns;
    }

    /// The fields of several spaces; one where several call it the same.
    List<FieldView> custom(Collection<UUID> spaces) {
        var all = new LinkedHashMap<String, FieldView>();
        for (var space : spaces)
            fields.of(space, FieldSubject.TICKET).forEach(field -> all.putIfAbsent(field.key(), field));
        return List.copyOf(all.values());
    }
}
