package app.lienzo.channels;

import app.lienzo.portal.PortalChat;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// A space's oldest live chat that is on stands on its own site too.
@ApplicationScoped
class ChatOfPortal implements PortalChat {
    private final TenantSql sql;

    ChatOfPortal(TenantSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> key(UUID space) {
        return sql.first("""
                select key from lienzo.channel where space_id = ? and kind = ? and state = ?
                order by created_at, id limit 1
                """, row -> row.getString(1), space, ChannelKind.LIVE_CHAT, ChannelState.ACTIVE);
    }
}
