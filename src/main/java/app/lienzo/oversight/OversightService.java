package app.lienzo.oversight;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The door to the trail for whoever may read it.
@ApplicationScoped
public class OversightService {
    private static final int TEXT_MAX = 120;

    private final TenantSql sql;
    private final AuditTrail audit;
    private final OversightConfig config;

    OversightService(TenantSql sql, AuditTrail audit, OversightConfig config) {
        this.sql = sql;
        this.audit = audit;
        this.config = config;
    }

    /// A page of entries, newest first.
    public List<EntryView> page(SignedIn me, EntryQuery query) {
        requireReader(me);
        var where = new StringBuilder("true");
        var values = new ArrayList<@Nullable Object>();
        narrow(query, where, values);
        values.add(query.limit());
        return sql.list("""
                select e.id, e.at, e.member_id, e.actor, e.action, e.subject, e.subject_id, m.name, e.address
                from lienzo.audit_entry e
                left join lienzo.member m on e.subject = 'member' and m.tenant_id = e.tenant_id and m.id = e.subject_id
                where %s order by e.at desc, e.id desc limit ?
                """.formatted(where), OversightService::read, values.toArray());
    }

    /// All that a query asks for, newest first, up to the limit of an export. Reading it is itself an entry.
    public void export(SignedIn me, EntryQuery query, Consumer<EntryView> row) {
        requireReader(me);
        me.requireHimself();
        audit.record(me.actor(), "audit-exported", "organization", null);
        int left = config.exportMax();
        var wish = query;
        for (var page = page(me, wish); !page.isEmpty() && left > 0; page = page(me, wish)) {
            page.stream().limit(left).forEach(row);
            left -= page.size();
            if (page.size() < wish.limit()) return;
            wish = wish.behind(EntryQuery.Place.of(page.getLast()));
        }
    }

    private static void narrow(EntryQuery query, StringBuilder where, List<@Nullable Object> values) {
        if (query.person() != null) {
            var id = Ids.read(query.person());
            where.append(id.isPresent() ? " and e.member_id = ?" : " and e.actor ilike ?");
            values.add(id.isPresent() ? id.get() : part(query.person()));
        }
        if (query.action() != null) add(where, values, " and e.action = ?", query.action());
        if (query.subject() != null) add(where, values, " and e.subject = ?", query.subject());
        if (query.address() != null) add(where, values, " and e.address = ?", query.address());
        if (query.from() != null) add(where, values, " and e.at >= ?", query.from());
        if (query.to() != null) add(where, values, " and e.at < ?", query.to());
        if (query.after() != null) {
            add(where, values, " and (e.at, e.id) < (?, ?)", query.after().at());
            values.add(query.after().id());
        }
    }

    private static void add(StringBuilder where, List<@Nullable Object> values, String condition, Object value) {
        where.append(condition);
        values.add(value instanceof String text ? SafeText.line(text, TEXT_MAX) : value);
    }

    private static String part(String text) {
        return "%"
                + SafeText.line(text, TEXT_MAX)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }

    private static void requireReader(SignedIn me) {
        if (!me.may(Permission.AUDIT_SEE)) throw Refused.forbidden("forbidden");
    }

    private static EntryView read(ResultSet row) throws SQLException {
        return new EntryView(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9));
    }
}
