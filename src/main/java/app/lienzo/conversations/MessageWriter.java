package app.lienzo.conversations;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The busiest statements of the product: a message, its place in the conversation, the conversation's
/// new state and the event row, in one statement and so in one round trip and one transaction.
@ApplicationScoped
class MessageWriter {
    private static final int PREVIEW_MAX = 160;

    /// From a changed conversation `c` to the message and its event. Takes: id, kind, author id,
    /// author, body, source, hash, attachments, at.
    private static final String MESSAGE = """
            , m as (
                insert into lienzo.message (tenant_id, conversation_id, seq, id, kind, author_id, author, body, source,
                                            source_hash, attachments, at)
                select c.tenant_id, c.id, c.last_seq, ?, ?, ?::uuid, ?, ?, ?::text, ?::bytea, ?, ? from c
                returning *
            )
            , e as (
                insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
                select c.tenant_id, case m.kind when 'NOTE' then 'note' when 'SYSTEM' then 'system' else 'message' end,
                       c.space_id, c.id, c.holder_id, jsonb_build_object(
                           'id', m.id, 'seq', m.seq, 'kind', m.kind, 'authorId', m.author_id, 'author', m.author,
                           'text', m.body, 'source', m.source, 'at', m.at, 'files', m.attachments)
                from c, m where lienzo.marks_events(c.tenant_id)
                union all
                select c.tenant_id, 'state', c.space_id, c.id, c.holder_id, jsonb_build_object('state', c.state)
                from c where c.was = 'CLOSED'
            )
            select c.id, c.last_seq from c
            """;

    private final TenantSql sql;

    MessageWriter(TenantSql sql) {
        this.sql = sql;
    }

    /// Where a message came to stand.
    record Place(UUID conversation, int seq) {}

    /// The values of a message row.
    record Row(UUID id, MessageKind kind, Author author, String body, Key key, int attachments, Instant at) {
        String preview() {
            return SafeText.line(body, PREVIEW_MAX);
        }
    }

    record Author(@Nullable UUID member, String name) {}

    record Key(@Nullable String source, byte @Nullable [] hash) {
        static final Key NONE = new Key(null, null);
    }

    /// Adds a customer's message to the conversation he has over a channel; a closed one opens again.
    Optional<Place> append(Inbound inbound, Row row) {
        return write("""
                with c as (
                    update lienzo.conversation set
                        last_seq = last_seq + 1, last_inbound = last_seq + 1, changed_at = ?, preview = ?,
                        preview_kind = 'INBOUND', state = case state when 'CLOSED' then 'INBOX' else state end, closed_at = null
                    where channel_id = ? and contact_id = ?
                    returning new.tenant_id, new.id, new.space_id, new.holder_id, new.last_seq, new.state, old.state as was
                )
                """, row, row.at(), row.preview(), inbound.channel(), inbound.contact());
    }

    /// Opens a conversation with a customer's first message. The number is taken here and not before,
    /// so that a busy space waits for one commit at a time and for nothing else.
    Place open(Inbound inbound, Row row) {
        return write(
                        """
                        with n as (
                            insert into lienzo.space_number as s (tenant_id, space_id, last)
                            values (current_setting('lienzo.tenant'), ?, 1)
                            on conflict (tenant_id, space_id) do update set last = s.last + 1 returning last
                        ), c as (
                            insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state,
                                                             created_at, changed_at, last_seq, last_inbound, preview)
                            select current_setting('lienzo.tenant'), ?, ?, ?, ?, n.last, 'INBOX', ?, ?, 1, 1, ? from n
                            returning tenant_id, id, space_id, holder_id, last_seq, state, 'NEW' as was
                        )
                        """,
                        row,
                        inbound.space(),
                        inbound.thread(),
                        inbound.space(),
                        inbound.channel(),
                        inbound.contact(),
                        row.at(),
                        row.at(),
                        row.preview())
                .orElseThrow();
    }

    /// A reply that a member wants to send.
    ///
    /// @param spaces where he may reply
    /// @param seen the last inbound message that he saw
    record Reply(SignedIn me, Set<UUID> spaces, UUID conversation, int seen, Row row) {}

    /// Sends a reply, if the member holds the conversation and saw its last inbound message.
    Optional<Place> reply(Reply reply) {
        return replies(List.of(reply)).getFirst();
    }

    /// Sends several, all in one transaction.
    ///
    /// @return where each came to stand, in their order; empty for those that were not sent
    List<Optional<Place>> replies(List<Reply> replies) {
        // Looked for by its key alone: an index of what a member holds has the other conditions too, and is read as a
        // whole.
        return sql.each(
                """
                with c as (
                    update lienzo.conversation set
                        last_seq = last_seq + 1, changed_at = ?, preview = ?, preview_kind = 'REPLY',
                        read_by_team = greatest(read_by_team, last_inbound)
                    where id = ? and (state = 'IN_PROGRESS' and holder_id = ? and space_id = any(?) and last_inbound <= ?) is true
                    returning tenant_id, id, space_id, holder_id, last_seq, state, state as was
                )
                """ + MESSAGE,
                MessageWriter::place,
                replies.stream().map(MessageWriter::parameters).toList());
    }

    private static @Nullable Object[] parameters(Reply reply) {
        var row = reply.row();
        return parameters(
                row, row.at(), row.preview(), reply.conversation(), reply.me().member(), reply.spaces(), reply.seen());
    }

    /// Adds a note or a line of the system. Neither changes the list: only what both sides see does.
    Optional<Place> inside(UUID conversation, Row row) {
        return write("""
                with c as (
                    update lienzo.conversation set last_seq = last_seq + 1 where id = ?
                    returning tenant_id, id, space_id, holder_id, last_seq, state, '' as was
                )
                """, row, conversation);
    }

    private Optional<Place> write(String conversation, Row row, Object... parameters) {
        return sql.first(conversation + MESSAGE, MessageWriter::place, parameters(row, parameters));
    }

    private static @Nullable Object[] parameters(Row row, Object... parameters) {
        var all = new ArrayList<Object>(List.of(parameters));
        all.add(row.id());
        all.add(row.kind());
        all.add(row.author().member());
        all.add(row.author().name());
        all.add(row.body());
        all.add(row.key().source());
        all.add(row.key().hash());
        all.add(row.attachments());
        all.add(row.at());
        return all.toArray();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getObject(1, UUID.class), row.getInt(2));
    }
}
