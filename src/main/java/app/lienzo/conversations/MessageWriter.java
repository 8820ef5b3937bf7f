package app.lienzo.conversations;

import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The busiest statements of the product: a message, its place in the conversation, the conversation's
/// new state and the event row, in one statement and so in one round trip and one transaction.
@ApplicationScoped
class MessageWriter {
    private static final int PREVIEW_MAX = 160;

    /// What is known of a message before it is written, in the order of [#values(Row)].
    private static final String COLUMNS =
            "message, kind, author_id, author, body, source, source_hash, attachments, at, line";

    /// Each with its type, because no column tells PostgreSQL.
    private static final String VALUES =
            "?::uuid, ?::text, ?::uuid, ?::text, ?::text, ?::text, ?::bytea, ?::smallint, ?::timestamptz, ?::text";

    /// The message `r`, for a statement that changes its conversation.
    private static final String ONE = "with r (" + COLUMNS + ") as (values (" + VALUES + "))\n";

    /// From changed conversations `c`, each with the message `r` that changed it, to the messages and their events.
    private static final String MESSAGE = """
            , m as (
                insert into lienzo.message (tenant_id, conversation_id, seq, id, kind, author_id, author, body, source,
                                            source_hash, attachments, at)
                select tenant_id, id, last_seq, message, kind, author_id, author, body, source, source_hash, attachments, at
                from c
            )
            , e as (
                insert into lienzo.event (tenant_id, kind, space_id, conversation_id, holder_id, payload)
                select tenant_id, case kind when 'NOTE' then 'note' when 'SYSTEM' then 'system' else 'message' end,
                       space_id, id, holder_id, jsonb_build_object(
                           'id', message, 'seq', last_seq, 'kind', kind, 'authorId', author_id, 'author', author,
                           'text', body, 'source', source, 'at', at, 'files', attachments)
                from c where lienzo.marks_events(tenant_id)
                union all
                select tenant_id, 'state', space_id, id, holder_id, jsonb_build_object('state', state)
                from c where was = 'CLOSED'
            )
            select message, id, last_seq from c
            """;

    /// One of the replies `r`: its message, and which conversation takes it when.
    private static final String REPLY = "(" + VALUES + ", ?::uuid, ?::uuid[], ?::int)";

    /// Changes the conversations of replies. They are looked for by their keys alone: the other conditions are one
    /// truth, for no index to answer. That of what a member holds would be read as a whole. That each moment lies
    /// between the ends of time is there for PostgreSQL to expect a single reply, and so to look for one
    /// conversation after the other; if it knew of eight, it would read all that a small organization has.
    private static final String REPLY_TO = """
            , c as (
                update lienzo.conversation set
                    last_seq = last_seq + 1, changed_at = r.at, preview = r.line, preview_kind = 'REPLY',
                    read_by_team = greatest(read_by_team, last_inbound)
                from r
                where r.at between '-infinity' and 'infinity' and id = r.conversation
                  and (state = 'IN_PROGRESS' and holder_id = r.author_id and space_id = any(r.spaces)
                       and last_inbound <= r.seen) is true
                returning tenant_id, id, space_id, holder_id, last_seq, state, state as was, r.*
            )
            """;

    /// So many replies one statement takes.
    static final int TOGETHER_MAX = 8;

    /// By the number of replies; the first is for none and is never sent.
    private static final List<String> REPLIES = IntStream.rangeClosed(0, TOGETHER_MAX)
            .mapToObj(MessageWriter::replies)
            .toList();

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
                , c as (
                    update lienzo.conversation set
                        last_seq = last_seq + 1, last_inbound = last_seq + 1, changed_at = r.at, preview = r.line,
                        preview_kind = 'INBOUND', state = case state when 'CLOSED' then 'INBOX' else state end, closed_at = null
                    from r where channel_id = ? and contact_id = ?
                    returning new.tenant_id, new.id, new.space_id, new.holder_id, new.last_seq, new.state, old.state as was, r.*
                )
                """, row, inbound.channel(), inbound.contact());
    }

    /// Opens a conversation with a customer's first message. The number is taken here and not before,
    /// so that a busy space waits for one commit at a time and for nothing else.
    Place open(Inbound inbound, Row row) {
        return write("""
                , n as (
                    insert into lienzo.space_number as s (tenant_id, space_id, last)
                    values (current_setting('lienzo.tenant'), ?, 1)
                    on conflict (tenant_id, space_id) do update set last = s.last + 1 returning space_id, last
                ), opened as (
                    insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state,
                                                     created_at, changed_at, last_seq, last_inbound, preview)
                    select current_setting('lienzo.tenant'), ?, n.space_id, ?, ?, n.last, 'INBOX', r.at, r.at, 1, 1, r.line
                    from n, r
                    returning tenant_id, id, space_id, holder_id, last_seq, state, 'NEW' as was
                ), c as (
                    select * from opened, r
                )
                """, row, inbound.space(), inbound.thread(), inbound.channel(), inbound.contact())
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

    /// Sends some, at most [#TOGETHER_MAX], each to another conversation, all in one statement: what a statement costs
    /// before it touches a row is more than what a reply does.
    ///
    /// @return where each came to stand, in their order; empty for those that were not sent
    List<Optional<Place>> replies(List<Reply> replies) {
        var values = replies.stream().flatMap(MessageWriter::values).toArray();
        var places = new HashMap<UUID, Place>();
        sql.list(REPLIES.get(replies.size()), Written::of, values)
                .forEach(written -> places.put(written.message(), written.place()));
        return replies.stream()
                .map(reply -> Optional.ofNullable(places.get(reply.row().id())))
                .toList();
    }

    static String replies(int count) {
        var rows = String.join(", ", Collections.nCopies(count, REPLY));
        return "with r (" + COLUMNS + ", conversation, spaces, seen) as (values " + rows + ")\n" + REPLY_TO + MESSAGE;
    }

    private static Stream<@Nullable Object> values(Reply reply) {
        return Stream.concat(values(reply.row()), Stream.of(reply.conversation(), reply.spaces(), reply.seen()));
    }

    /// Adds a note or a line of the system. Neither changes the list: only what both sides see does.
    Optional<Place> inside(UUID conversation, Row row) {
        return write("""
                , c as (
                    update lienzo.conversation set last_seq = last_seq + 1 from r where id = ?
                    returning tenant_id, id, space_id, holder_id, last_seq, state, '' as was, r.*
                )
                """, row, conversation);
    }

    private Optional<Place> write(String conversation, Row row, Object... parameters) {
        var all = Stream.concat(values(row), Stream.of(parameters)).toArray();
        return sql.first(ONE + conversation + MESSAGE, Written::of, all).map(Written::place);
    }

    private static Stream<@Nullable Object> values(Row row) {
        return Stream.of(
                row.id(),
                row.kind(),
                row.author().member(),
                row.author().name(),
                row.body(),
                row.key().source(),
                row.key().hash(),
                row.attachments(),
                row.at(),
                row.preview());
    }

    private record Written(UUID message, Place place) {
        static Written of(ResultSet row) throws SQLException {
            return new Written(row.getObject(1, UUID.class), new Place(row.getObject(2, UUID.class), row.getInt(3)));
        }
    }
}
