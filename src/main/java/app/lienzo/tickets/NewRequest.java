package app.lienzo.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket that a customer opens himself.
///
/// @param company one of his; null for his default company, if he has one
/// @param fields custom fields by their key, as typed
/// @param files brought before by him
/// @param key the same twice is one ticket; null for none
public record NewRequest(
        String subject,
        Written description,
        TicketType type,
        TicketPriority priority,
        @Nullable UUID company,
        Map<String, String> fields,
        List<UUID> files,
        @Nullable String key) {}
