package app.lienzo.optout;

import app.lienzo.kernel.Ids;
import app.lienzo.optout.OptOutQuery.Choice;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests of all organizations as operators look through them, page by page.
@ApplicationScoped
class OptOutQueue {
    private static final String OPEN = OptOuts.SELECT + """
            left join platform.deadline d on d.subject = 'OPTOUT' and d.id = r.id
            where r.state = any(?) and (?::uuid is null or r.taken_by = ?) and (not ? or r.overdue or d.due_at <= ?)
              and (?::uuid is null or (coalesce(d.due_at, 'infinity'), r.id) > (
                select coalesce(ld.due_at, 'infinity'), l.id from platform.optout_request l
                left join platform.deadline ld on ld.subject = 'OPTOUT' and ld.id = l.id where l.id = ?))
            order by coalesce(d.due_at, 'infinity'), r.id limit ?
            """;

    private static final String ENDED = OptOuts.SELECT + """
             where r.state = any(?) and r.id < ? order by r.id desc limit ?
            """;

    private final TenantSql sql;

    OptOutQueue(TenantSql sql) {
        this.sql = sql;
    }

    /// @param me who looks
    List<OptOutView> page(OptOutQuery query, UUID me, Instant now, int max) {
        var choice = query.choice();
        if (!choice.open()) {
            var before = query.after() == null ? Ids.END : query.after();
            return sql.list(ENDED, OptOuts::view, choice.states(), before, max);
        }
        @Nullable UUID holder = choice == Choice.MINE ? me : null;
        return sql.list(
                OPEN,
                OptOuts::view,
                choice.states(),
                holder,
                holder,
                choice == Choice.OVERDUE,
                now,
                query.after(),
                query.after(),
                max);
    }

    /// How many there are in each list that does not only grow.
    Map<Choice, Integer> counts(UUID me, Instant now) {
        return sql.first(
                        """
                select count(*), count(*) filter (where r.state = 'REQUESTED'), count(*) filter (where r.taken_by = ?),
                  count(*) filter (where r.overdue or d.due_at <= ?)
                from platform.optout_request r left join platform.deadline d on d.subject = 'OPTOUT' and d.id = r.id
                where r.state in ('REQUESTED', 'IN_WORK')
                """,
                        row -> Map.of(
                                Choice.OPEN, row.getInt(1),
                                Choice.UNTAKEN, row.getInt(2),
                                Choice.MINE, row.getInt(3),
                                Choice.OVERDUE, row.getInt(4)),
                        me,
                        now)
                .orElseThrow();
    }
}
