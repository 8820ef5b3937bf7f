package app.lienzo.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads and writes what a row of a ticket holds.
@ApplicationScoped
class TicketRows {
    /// Over a ticket `t`, its requester `k`, state `s`, company `c` and assignee `m`.
    static final String COLUMNS = """
            t.id, t.space_id, t.number, t.subject, t.type, t.priority, t.category, t.state_id, s.name, t.requester_id, k.name,
            k.email, t.company_id, c.name, t.assignee_id, m.name, t.source, t.tags, t.fields::text, t.created_at, t.changed_at,
            t.accepted_at, t.answered_at, t.solved_at, t.closed_at, t.due_at, t.due_what, t.last_seq, t.last_by_contact,
            t.last_by_team, t.preview, t.merged_into, t.version
            """;

    /// Who stands around a ticket `t` beside its requester.
    static final String AROUND = """
            left join lienzo.ticket_state s on s.tenant_id = t.tenant_id and s.id = t.state_id
            left join lienzo.company c on c.tenant_id = t.tenant_id and c.id = t.company_id
            left join lienzo.member m on m.tenant_id = t.tenant_id and m.id = t.assignee_id
            """;

    static final String JOINS =
            "join lienzo.contact k on k.tenant_id = t.tenant_id and k.id = t.requester_id " + AROUND;

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;

    TicketRows(ObjectMapper json) {
        this.json = json;
    }

    TicketView read(ResultSet row) throws SQLException {
        return new TicketView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getString(4),
                TicketType.valueOf(row.getString(5)),
                TicketPriority.valueOf(row.getString(6)),
                TicketCategory.valueOf(row.getString(7)),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getObject(10, UUID.class),
                row.getString(11),
                row.getString(12),
                row.getObject(13, UUID.class),
                row.getString(14),
                row.getObject(15, UUID.class),
                row.getString(16),
                TicketSource.valueOf(row.getString(17)),
                List.of((String[]) row.getArray(18).getArray()),
                fields(row.getString(19)),
                row.getTimestamp(20).toInstant(),
                row.getTimestamp(21).toInstant(),
                instant(row.getTimestamp(22)),
                instant(row.getTimestamp(23)),
                instant(row.getTimestamp(24)),
                instant(row.getTimestamp(25)),
                instant(row.getTimestamp(26)),
                row.getString(27),
                row.getInt(28),
                row.getInt(29),
                row.getInt(30),
                row.getString(31),
                row.getObject(32, UUID.class),
                row.getInt(33));
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T read(String written, Class<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> fields(String written) {
        if (written.equals("{}")) return Map.of();
        try {
            return json.readValue(written, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
