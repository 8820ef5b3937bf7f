package app.lienzo.conversations;

import app.lienzo.spaces.SpaceTally;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// How many conversations wait or are in progress in each space.
@ApplicationScoped
class OpenConversationTally implements SpaceTally {
    private final TenantSql sql;

    OpenConversationTally(TenantSql sql) {
        this.sql = sql;
    }

    @Override
    public Kind kind() {
        return Kind.OPEN_CONVERSATIONS;
    }

    @Override
    public Map<UUID, Long> perSpace() {
        return sql
                .list(
                        "select space_id, sum(n)::bigint from lienzo.tray_count where state <> 'CLOSED' group by space_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
