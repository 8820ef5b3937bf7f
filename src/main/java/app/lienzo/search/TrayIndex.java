package app.lienzo.search;

import app.lienzo.conversations.ConversationFinder;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Looks trays through by the index of words, so that their size does not matter.
@ApplicationScoped
class TrayIndex implements ConversationFinder {
    private static final String FIND = """
            select * from lienzo.find_in_tray(string_to_array(?, ' '), ?, ?::uuid[], ?, ?::uuid, ?::timestamptz, ?::uuid, ?)
            """;

    private final TenantSql sql;
    private final Languages languages;

    TrayIndex(TenantSql sql, Languages languages) {
        this.sql = sql;
        this.languages = languages;
    }

    @Override
    public List<UUID> find(TrayWish wish) {
        var wanted = Wanted.read(wish.text());
        if (wanted.empty() || wish.spaces().isEmpty()) return List.of();
        var after = wish.after();
        return sql.list(
                FIND,
                row -> row.getObject(1, UUID.class),
                String.join(" ", wanted.words()),
                languages.current().getLanguage(),
                wish.spaces(),
                wish.state().name(),
                wish.holder(),
                after == null ? null : after.changedAt(),
                after == null ? null : after.id(),
                wish.limit());
    }
}
