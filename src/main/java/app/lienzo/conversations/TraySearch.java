package app.lienzo.conversations;

import app.lienzo.conversations.ConversationFinder.TrayWish;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Looks through a tray: by the index, by number, and what changed so lately that the index may not know it, as it is.
@ApplicationScoped
class TraySearch {
    private static final String FRESH = """
            select c.id from lienzo.conversation c
            join lienzo.contact x on x.tenant_id = c.tenant_id and x.id = c.contact_id
            where c.space_id = any(?) and c.state = ? and (?::uuid is null or c.holder_id = ?::uuid) and c.changed_at > ?
                and (c.preview ilike ? or x.name ilike ? or x.email ilike ?
                or exists (select 1 from lienzo.message m where m.conversation_id = c.id and m.kind <> 'SYSTEM' and m.body ilike ?))
            order by c.changed_at desc limit ?
            """;

    private final ConversationFinder finder;
    private final TenantSql sql;
    private final Clock clock;
    private final ConversationConfig config;

    TraySearch(ConversationFinder finder, TenantSql sql, Clock clock, ConversationConfig config) {
        this.finder = finder;
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// Those that a page of the list may have: at least as many as it shows, if there are.
    Set<UUID> find(TrayWish wish) {
        var found = new HashSet<>(finder.find(wish));
        found.addAll(fresh(wish));
        found.addAll(numbered(wish));
        return found;
    }

    private List<UUID> fresh(TrayWish wish) {
        var pattern =
                "%" + wish.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return sql.list(
                FRESH,
                row -> row.getObject(1, UUID.class),
                wish.spaces(),
                wish.state(),
                wish.holder(),
                wish.holder(),
                clock.instant().minus(config.indexLag()),
                pattern,
                pattern,
                pattern,
                pattern,
                wish.limit());
    }

    private List<UUID> numbered(TrayWish wish) {
        var number = wish.text().startsWith("#") ? wish.text().substring(1) : wish.text();
        if (!number.matches("[0-9]{1,18}")) return List.of();
        return sql.list(
                "select id from lienzo.conversation where space_id = any(?) and number = ?",
                row -> row.getObject(1, UUID.class),
                wish.spaces(),
                Long.parseLong(number));
    }
}
