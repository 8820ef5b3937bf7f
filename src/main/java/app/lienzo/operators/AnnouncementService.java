package app.lienzo.operators;

import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The door to announcements: operators say something to the Owners of all organizations, for some
/// days; each Owner reads it above every page until he puts it aside.
@ApplicationScoped
public class AnnouncementService {
    private static final int TEXT_MAX = 600;
    private static final int RUNNING_MAX = 3;
    private static final int SHOWN_MAX = 50;
    private static final int DAYS_MAX = 60;
    private static final String ALL = "all";
    private static final String COLUMNS = "id, text_es, text_en, text_pt, begins_at, ends_at, operator";

    private final TenantSql sql;
    private final AuditTrail audit;
    private final Clock clock;

    /// Most of the time nothing runs, and then nobody asks the database for it on every page.
    private final Cache<String, List<AnnouncementView>> running = Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    AnnouncementService(TenantSql sql, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /// All of them for operators, the newest first.
    @Transactional
    public List<AnnouncementView> all(SignedIn me) {
        OrganizationCareService.require(me);
        return sql.list(
                "select %s from platform.announcement order by begins_at desc limit ?".formatted(COLUMNS),
                AnnouncementService::read,
                SHOWN_MAX);
    }

    /// @param days how long it is shown
    /// @throws Refused `announcement-text-missing`, `announcement-end-invalid`,
    ///     `announcements-too-many`
    @Transactional
    public void publish(SignedIn me, String es, String en, String pt, int days) {
        OrganizationCareService.require(me);
        var texts = List.of(SafeText.line(es, TEXT_MAX), SafeText.line(en, TEXT_MAX), SafeText.line(pt, TEXT_MAX));
        if (texts.stream().allMatch(String::isEmpty)) throw Refused.invalid("announcement-text-missing");
        if (days < 1 || days > DAYS_MAX) throw Refused.invalid("announcement-end-invalid");
        var now = clock.instant();
        sql.list("select pg_advisory_xact_lock(hashtext('announcements'))", _ -> true);
        if (current(now).size() >= RUNNING_MAX) throw Refused.conflict("announcements-too-many", RUNNING_MAX);
        var id = Ids.next();
        sql.update(
                "insert into platform.announcement (%s) values (?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS),
                id,
                texts.get(0),
                texts.get(1),
                texts.get(2),
                now,
                now.plus(Duration.ofDays(days)),
                me.name());
        audit.record(me.actor(), "announcement-published", "announcement", id);
        running.invalidateAll();
    }

    /// @throws Refused not found for what is over
    @Transactional
    public void end(SignedIn me, UUID id) {
        OrganizationCareService.require(me);
        var now = clock.instant();
        if (sql.update("update platform.announcement set ends_at = ? where id = ? and ends_at > ?", now, id, now) == 0)
            throw Refused.notFound();
        audit.record(me.actor(), "announcement-ended", "announcement", id);
        running.invalidateAll();
    }

    /// What an Owner has not put aside yet; nothing for everybody else.
    @Transactional
    public List<AnnouncementView> forOwner(SignedIn me) {
        if (!me.may(Permission.ORGANIZATION_SETTINGS) || me.may(Permission.OPERATE)) return List.of();
        var now = clock.instant();
        var there = running.get(ALL, _ -> current(now)).stream()
                .filter(one -> !one.over(now))
                .toList();
        if (there.isEmpty()) return there;
        var read = sql.list(
                "select announcement_id from lienzo.announcement_dismissal where member_id = ?",
                row -> row.getObject(1, UUID.class),
                me.member());
        return there.stream().filter(one -> !read.contains(one.id())).toList();
    }

    /// @throws Refused not found for what does not run
    @Transactional
    public void dismiss(SignedIn me, UUID id) {
        if (forOwner(me).stream().noneMatch(one -> one.id().equals(id))) throw Refused.notFound();
        sql.update(
                "insert into lienzo.announcement_dismissal (tenant_id, announcement_id, member_id) values (current_setting('lienzo.tenant'), ?, ?) on conflict do nothing",
                id,
                me.member());
    }

    private List<AnnouncementView> current(Instant now) {
        return sql.list(
                "select %s from platform.announcement where ends_at > ? order by begins_at limit ?".formatted(COLUMNS),
                AnnouncementService::read,
                now,
                RUNNING_MAX);
    }

    private static AnnouncementView read(ResultSet row) throws SQLException {
        return new AnnouncementView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                row.getString(7));
    }
}
