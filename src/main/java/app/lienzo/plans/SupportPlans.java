package app.lienzo.plans;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.DatabaseFailed;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows of `lienzo.support_plan`, and which of them a space's customers have.
@ApplicationScoped
class SupportPlans {
    private static final String COLUMNS = "id, name, paying, ways, position, version, note";
    private static final Set<Way> READING = EnumSet.of(Way.DOCUMENTATION, Way.FORUM);
    private static final Set<Way> WRITING = EnumSet.complementOf(EnumSet.of(Way.TELEPHONE));
    private static final Set<Way> SPEAKING = EnumSet.allOf(Way.class);

    private final TenantSql sql;
    private final Scope scope;

    SupportPlans(TenantSql sql, Scope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    List<SupportPlanView> all() {
        return sql.list(
                "select " + COLUMNS + " from lienzo.support_plan where removed_at is null order by position, name",
                SupportPlans::read);
    }

    /// One in use, for changing it: nobody else changes any until then.
    SupportPlanView require(UUID id) {
        return sql.first(
                        "select " + COLUMNS
                                + " from lienzo.support_plan where id = ? and removed_at is null for update",
                        SupportPlans::read,
                        id)
                .orElseThrow(Refused::notFound);
    }

    Map<UUID, UUID> ofSpaces() {
        return sql
                .list(
                        "select id, support_plan_id from lienzo.space where support_plan_id is not null",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void ofSpace(UUID space, Optional<UUID> plan) {
        sql.update("update lienzo.space set support_plan_id = ?::uuid where id = ?", plan.orElse(null), space);
    }

    UUID add(SupportPlanDraft draft, int position) {
        var id = Ids.next();
        unique(
                draft,
                () -> sql.update("""
                insert into lienzo.support_plan (tenant_id, id, name, paying, ways, note, position)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?::text[], ?, ?)
                """, id, draft.name(), draft.paying(), names(draft.ways()), draft.note(), position));
        return id;
    }

    /// @return false when it is not this version any more
    boolean change(UUID id, SupportPlanDraft draft, int version) {
        return unique(
                        draft,
                        () -> sql.update(
                                """
                        update lienzo.support_plan
                        set name = ?, paying = ?, ways = ?::text[], note = ?, version = version + 1
                        where id = ? and version = ? and removed_at is null
                        """, draft.name(), draft.paying(), names(draft.ways()), draft.note(), id, version))
                > 0;
    }

    void place(UUID id, int position) {
        sql.update("update lienzo.support_plan set position = ? where id = ?", position, id);
    }

    void remove(UUID id, Instant now) {
        sql.update("update lienzo.support_plan set removed_at = ? where id = ?", now, id);
    }

    /// @return false when it was not there to be had back
    boolean restore(UUID id) {
        try {
            return sql.update(
                            "update lienzo.support_plan set removed_at = null where id = ? and removed_at is not null",
                            id)
                    > 0;
        } catch (DatabaseFailed failed) {
            if (failed.duplicate()) throw Refused.conflict("support-plan-name-taken");
            throw failed;
        }
    }

    Optional<String> removed(UUID id) {
        return sql.first(
                "select name from lienzo.support_plan where id = ? and removed_at is not null",
                row -> row.getString(1),
                id);
    }

    /// The six that come with the product, once per organization: not again after somebody took them away. In a
    /// transaction of its own, so that what others were told of does not vanish with the caller's.
    void ship() {
        if (sql.first("select 1 from lienzo.support_plan limit 1", row -> row.getInt(1))
                .isPresent()) return;
        var language = Languages.offered(scope.organization().language()).orElse(Languages.DEFAULT);
        var telephone = Words.text("plans", language, "telephone-note");
        QuarkusTransaction.requiringNew().run(() -> {
            ship("Trial", 0, false, READING, "");
            ship("Startup", 1, true, WRITING, "");
            ship("Lite", 2, true, WRITING, "");
            ship("Plus", 3, true, WRITING, "");
            ship("Super", 4, true, SPEAKING, telephone);
            ship("Enterprise", 5, true, SPEAKING, telephone);
        });
    }

    private void ship(String name, int position, boolean paying, Set<Way> ways, String note) {
        sql.update("""
                insert into lienzo.support_plan (tenant_id, id, name, paying, ways, note, position)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?::text[], ?, ?) on conflict do nothing
                """, Ids.next(), name, paying, names(ways), note, position);
    }

    private interface Change {
        int run();
    }

    private static int unique(SupportPlanDraft draft, Change change) {
        try {
            return change.run();
        } catch (DatabaseFailed failed) {
            if (failed.duplicate()) throw Refused.conflict("support-plan-name-taken", draft.name());
            throw failed;
        }
    }

    private static List<String> names(Collection<Way> ways) {
        return ways.stream().map(Way::name).toList();
    }

    private static SupportPlanView read(ResultSet row) throws SQLException {
        var ways = EnumSet.noneOf(Way.class);
        for (var name : (String[]) row.getArray(4).getArray()) ways.add(Way.valueOf(name));
        return new SupportPlanView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                ways,
                row.getInt(5),
                row.getInt(6),
                row.getString(7));
    }
}
