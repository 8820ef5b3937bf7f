package app.lienzo.tickets.web;

import app.lienzo.tickets.EntryView;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import app.lienzo.tickets.TicketView;
import app.lienzo.ui.Languages;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Words of tickets where no template is at hand.
@ApplicationScoped
class TicketLanguage {
    private static final String FIELD = "field:";
    private static final String UNANSWERED = "unanswered";

    private final Languages languages;

    TicketLanguage(Languages languages) {
        this.languages = languages;
    }

    TicketsMessages words() {
        return in(languages.current());
    }

    TicketsMessages in(Locale language) {
        return language.equals(Languages.DEFAULT)
                ? MessageBundles.get(TicketsMessages.class)
                : MessageBundles.get(TicketsMessages.class, Localized.Literal.of(language.getLanguage()));
    }

    /// How far it is, in the space's own word or the product's.
    String state(TicketView ticket) {
        return ticket.stateName() == null ? words().category(ticket.category()) : ticket.stateName();
    }

    /// What was changed.
    String what(EntryView.Change change) {
        var words = words();
        return switch (change.what()) {
            case "subject" -> words.what_subject();
            case "type" -> words.what_type();
            case "priority" -> words.what_priority();
            case "state" -> words.what_state();
            case "requester" -> words.what_requester();
            case "company" -> words.what_company();
            case "assignee" -> words.what_assignee();
            case "tags" -> words.what_tags();
            case "merged" -> words.what_merged();
            case "merged-in" -> words.what_merged_in();
            case "split" -> words.what_split();
            case "split-from" -> words.what_split_from();
            case "linked" -> words.what_linked();
            case "unlinked" -> words.what_unlinked();
            case "follower" -> words.what_follower();
            case "conversation" -> words.what_conversation();
            case "overdue-first" -> words.what_overdue_first();
            case "overdue-next" -> words.what_overdue_next();
            case "overdue-solution" -> words.what_overdue_solution();
            case UNANSWERED -> words.what_unanswered();
            default -> change.what().startsWith(FIELD) ? change.what().substring(FIELD.length()) : change.what();
        };
    }

    /// A value as it was then; codes of the product in the reader's language.
    String value(EntryView.Change change, @Nullable String value) {
        if (value == null) return "";
        if (change.what().equals(UNANSWERED)) return words().days(Integer.parseInt(value));
        if (!value.startsWith(":")) return value;
        var code = value.substring(1);
        return switch (change.what()) {
            case "type" -> words().type(TicketType.valueOf(code));
            case "priority" -> words().priority(TicketPriority.valueOf(code));
            case "state" -> words().category(TicketCategory.valueOf(code));
            default -> value;
        };
    }
}
