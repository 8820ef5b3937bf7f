package app.lienzo.spaces;

import app.lienzo.identity.AccessService;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Signals;
import app.lienzo.tenancy.TenantSql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of his spaces a member looks at: one, or all of them. Kept on the server, so that it is the same
/// in every tab and on every machine; from memory, as every page asks.
@ApplicationScoped
public class SpaceChoice {
    /// Told with `<organization> <member>`.
    private static final String CHANGED = "space-choice";

    private static final int MEMBERS_MAX = 50_000;

    private record Key(String organization, UUID member) {}

    private final Cache<Key, Optional<UUID>> known = Caffeine.newBuilder()
            .maximumSize(MEMBERS_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final SpaceService spaces;
    private final AccessService access;
    private final TenantSql sql;
    private final Scope scope;
    private final Signals signals;

    SpaceChoice(SpaceService spaces, AccessService access, TenantSql sql, Scope scope, Signals signals) {
        this.spaces = spaces;
        this.access = access;
        this.sql = sql;
        this.scope = scope;
        this.signals = signals;
        signals.listen(CHANGED, this::forget);
    }

    /// Nothing for all: also when he does not work in the chosen one any more, or it was archived.
    public Optional<UUID> of(SignedIn me) {
        var key = new Key(scope.organization().id(), me.member());
        var chosen = known.getIfPresent(key);
        if (chosen == null) {
            chosen = sql.first(
                    "select space_id from lienzo.space_choice where member_id = ?",
                    row -> row.getObject(1, UUID.class),
                    me.member());
            known.put(key, chosen);
        }
        return chosen.filter(space -> me.spaces().containsKey(space) && !spaces.archived(space));
    }

    /// His open streams end and come back with the new choice.
    ///
    /// @param space null for all
    @Transactional
    public void choose(SignedIn me, @Nullable UUID space) {
        if (space == null) {
            sql.update("delete from lienzo.space_choice where member_id = ?", me.member());
        } else {
            if (!me.spaces().containsKey(space) || spaces.archived(space)) throw Refused.notFound();
            sql.update("""
                    insert into lienzo.space_choice (tenant_id, member_id, space_id)
                    values (current_setting('lienzo.tenant'), ?, ?)
                    on conflict (tenant_id, member_id) do update set space_id = excluded.space_id
                    """, me.member(), space);
        }
        signals.tell(CHANGED, scope.organization().id() + " " + me.member());
        access.changed(me.member());
    }

    private void forget(String who) {
        if (who.equals(Signals.EVERYTHING)) {
            known.invalidateAll();
            return;
        }
        int space = who.indexOf(' ');
        known.invalidate(new Key(who.substring(0, space), UUID.fromString(who.substring(space + 1))));
    }
}
