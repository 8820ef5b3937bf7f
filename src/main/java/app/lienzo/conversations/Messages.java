package app.lienzo.conversations;

import app.lienzo.tenancy.TenantSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds messages. Whether the asker may see the conversation was decided before.
@ApplicationScoped
class Messages {
    static final int PAGE_MAX = 100;

    private static final String COLUMNS = """
            m.id, m.conversation_id, m.seq, m.kind, m.author_id, m.author, m.body, m.source, m.at,
            case when m.attachments > 0 then (
                select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes,
                                                  'width', f.width, 'height', f.height) order by a.position)
                from lienzo.attachment a join lienzo.file f on f.tenant_id = a.tenant_id and f.id = a.file_id
                where a.message_id = m.id)::text end
            """;

    private final TenantSql sql;
    private final ObjectMapper json;

    Messages(TenantSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// The messages after a place, oldest first.
    List<MessageView> after(UUID conversation, int seq, int limit) {
        return sql.list(
                "select " + COLUMNS
                        + " from lienzo.message m where m.conversation_id = ? and m.seq > ? order by m.seq limit ?",
                this::read,
                conversation,
                seq,
                Math.min(limit, PAGE_MAX));
    }

    /// The last messages before a place, oldest first.
    List<MessageView> before(UUID conversation, int seq, int limit) {
        return sql.list(
                        "select " + COLUMNS
                                + " from lienzo.message m where m.conversation_id = ? and m.seq < ? order by m.seq desc limit ?",
                        this::read,
                        conversation,
                        seq,
                        Math.min(limit, PAGE_MAX))
                .reversed();
    }

    /// What both sides may read, after a place, oldest first.
    List<MessageView> shared(UUID conversation, int seq, int limit) {
        return sql.list(
                "select " + COLUMNS
                        + " from lienzo.message m where m.conversation_id = ? and m.seq > ? and m.kind in ('INBOUND', 'REPLY') order by m.seq limit ?",
                this::read,
                conversation,
                seq,
                Math.min(limit, PAGE_MAX));
    }

    Optional<MessageView> bySource(UUID conversation, String source) {
        return sql.first(
                "select " + COLUMNS + " from lienzo.message m where m.conversation_id = ? and m.source = ?",
                this::read,
                conversation,
                source);
    }

    Optional<MessageView> find(UUID id) {
        return sql.first("select " + COLUMNS + " from lienzo.message m where m.id = ?", this::read, id);
    }

    /// What was said under a key, as a hash.
    byte @Nullable [] hashOf(UUID message) {
        return sql.first("select source_hash from lienzo.message where id = ?", row -> row.getBytes(1), message)
                .orElse(null);
    }

    private MessageView read(ResultSet row) throws SQLException {
        return new MessageView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                MessageKind.valueOf(row.getString(4)),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                attachments(row.getString(10)));
    }

    private List<AttachmentView> attachments(@Nullable String written) {
        if (written == null) return List.of();
        try {
            return List.of(json.readValue(written, AttachmentView[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
