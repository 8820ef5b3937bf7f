package app.lienzo.tickets;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files on their way into entries, and in them.
@ApplicationScoped
class TicketFiles {
    private final TenantSql sql;
    private final Clock clock;

    TicketFiles(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Where a file is.
    ///
    /// @param shared whether the customer sees the entry it is in
    record Holder(UUID ticket, boolean shared) {}

    /// Remembers who brought a file: nobody else can put it into an entry.
    void uploaded(UUID file, @Nullable UUID member, @Nullable UUID contact) {
        sql.update("""
                insert into lienzo.ticket_file (tenant_id, file_id, member_id, contact_id, created_at)
                values (current_setting('lienzo.tenant'), ?, ?::uuid, ?::uuid, ?)
                """, file, member, contact, clock.instant());
    }

    /// Files of a contact that no entry took yet.
    ///
    /// @param oldest when the first of them came
    record Waiting(int count, Instant oldest) {}

    /// Holds back whoever brings one for the same contact meanwhile.
    ///
    /// @param since those before are about to be forgotten
    Waiting waiting(UUID contact, Instant since) {
        return sql.first(
                        """
                        select pg_advisory_xact_lock(hashtextextended('ticket-file' || ?::text, 0));
                        select count(*), coalesce(min(created_at), ?::timestamptz) from lienzo.ticket_file
                        where contact_id = ? and entry_id is null and created_at > ?
                        """,
                        row -> new Waiting(row.getInt(1), row.getTimestamp(2).toInstant()),
                        contact,
                        clock.instant(),
                        contact,
                        since)
                .orElseThrow();
    }

    /// Puts files into an entry, all or none.
    ///
    /// @throws Refused `attachment-unknown` when one is not there, not theirs, or in an entry already
    void attach(List<UUID> files, UUID entry, @Nullable UUID member, @Nullable UUID contact) {
        int position = 0;
        for (var file : files) {
            int attached = sql.update("""
                    update lienzo.ticket_file set entry_id = ?, position = ?
                    where file_id = ? and entry_id is null and (member_id = ?::uuid or contact_id = ?::uuid)
                    """, entry, position++, file, member, contact);
            if (attached == 0) throw Refused.invalid("attachment-unknown");
        }
    }

    /// What files say, whatever they are called by here: the same ones brought twice have the same print.
    String print(List<UUID> files) {
        if (files.isEmpty()) return files.toString();
        return sql.first("""
                        select string_agg(f.name || ' ' || encode(sha256(f.content), 'hex'), ',' order by w.place)
                        from unnest(?::uuid[]) with ordinality w(id, place) join lienzo.file f on f.id = w.id
                        """, row -> String.valueOf(row.getString(1)), files).orElseThrow();
    }

    Optional<Holder> holder(UUID file) {
        return sql.first("""
                select e.ticket_id, e.kind in ('DESCRIPTION', 'REPLY') from lienzo.ticket_file a
                join lienzo.ticket_entry e on e.tenant_id = a.tenant_id and e.id = a.entry_id where a.file_id = ?
                """, row -> new Holder(row.getObject(1, UUID.class), row.getBoolean(2)), file);
    }
}
