package app.lienzo.portal.web;

import app.lienzo.kernel.Ids;
import app.lienzo.tickets.CustomerTicketView;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import app.lienzo.ui.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A ticket as a customer writes it.
///
/// @param company one of his; empty for none in particular
/// @param key of this form: sent twice it is one ticket
/// @param preview whether he only wants to look at it
/// @param kept files brought with an earlier look at it: id and name
public record NewPortalTicketForm(
        @RestForm @Nullable String subject,
        @RestForm @Nullable String text,
        @RestForm @Nullable String type,
        @RestForm @Nullable String priority,
        @RestForm @Nullable String company,
        @RestForm @Nullable String key,
        @RestForm @Nullable String preview,
        @RestForm @Nullable List<String> kept) {
    /// @param before one that the new one goes on with; null for none
    static NewPortalTicketForm fresh(@Nullable CustomerTicketView before, Locale language) {
        return new NewPortalTicketForm(
                before == null ? "" : before.subject(),
                before == null
                        ? ""
                        : Words.text("portal", language, "follows", Long.toString(before.number())) + "\n\n",
                before == null ? "QUESTION" : before.type().name(),
                before == null ? "NORMAL" : before.priority().name(),
                before == null || before.company() == null
                        ? ""
                        : before.company().toString(),
                Ids.next().toString(),
                null,
                List.of());
    }

    /// The same words in a form of its own: whatever went wrong with the one before, this one can be sent.
    NewPortalTicketForm again() {
        return new NewPortalTicketForm(
                subject, text, type, priority, company, Ids.next().toString(), preview, kept);
    }

    TicketType typed() {
        return read(TicketType.values(), type, TicketType.QUESTION);
    }

    TicketPriority wished() {
        return read(TicketPriority.values(), priority, TicketPriority.NORMAL);
    }

    Optional<UUID> chosenCompany() {
        return Ids.read(Objects.requireNonNullElse(company, ""));
    }

    String said() {
        return Objects.requireNonNullElse(text, "");
    }

    private static <E extends Enum<E>> E read(E[] all, @Nullable String name, E otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
