package app.lienzo.portal.web;

import app.lienzo.kernel.Ids;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import java.util.Arrays;
import java.util.List;
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
    static NewPortalTicketForm fresh() {
        return new NewPortalTicketForm(
                "", "", "QUESTION", "NORMAL", "", Ids.next().toString(), null, List.of());
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
