package app.lienzo.channels;

import app.lienzo.spaces.SpaceTally;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// How many channels each space has.
@ApplicationScoped
class ChannelTally implements SpaceTally {
    private final TenantSql sql;

    ChannelTally(TenantSql sql) {
        this.sql = sql;
    }

    @Override
    public Kind kind() {
        return Kind.CHANNELS;
    }

    @Override
    public Map<UUID, Long> perSpace() {
        return sql
                .list(
                        "select space_id, count(*) from lienzo.channel group by space_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
