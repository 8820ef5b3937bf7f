package app.lienzo.contacts;

import app.lienzo.tenancy.TenantSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds contacts by their id and their addresses. Lists are [ContactLists]'.
@ApplicationScoped
class Contacts {
    static final String COLUMNS = """
            c.id, c.space_id, c.name, c.email, c.said_email,
            (select p.number from lienzo.contact_phone p where p.tenant_id = c.tenant_id and p.contact_id = c.id
             order by p.position limit 1),
            c.title, c.external_id, c.verified, c.language, c.time_zone, c.tags, c.source, f.id, f.name,
            c.created_at, c.seen_at, c.blocked_at, c.version
            """;
    static final String JOINS = """
            left join lateral (
                select y.id, y.name from lienzo.contact_company x
                join lienzo.company y on y.tenant_id = x.tenant_id and y.id = x.company_id and y.removed_at is null
                where x.tenant_id = c.tenant_id and x.contact_id = c.id order by x.first desc, y.name limit 1) f on true
            """;
    private static final String FILE = """
            , coalesce((select jsonb_agg(jsonb_build_object('address', e.address, 'verified', e.verified_at is not null)
                                         order by e.position)
                        from lienzo.contact_email e where e.tenant_id = c.tenant_id and e.contact_id = c.id), '[]')::text,
            coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'label', p.label) order by p.position)
                      from lienzo.contact_phone p where p.tenant_id = c.tenant_id and p.contact_id = c.id), '[]')::text,
            coalesce((select jsonb_agg(jsonb_build_object('company', x.company_id, 'name', y.name, 'first', x.first,
                                                          'seesAll', x.sees_all) order by x.first desc, y.name)
                      from lienzo.contact_company x
                      join lienzo.company y on y.tenant_id = x.tenant_id and y.id = x.company_id and y.removed_at is null
                      where x.tenant_id = c.tenant_id and x.contact_id = c.id), '[]')::text,
            c.address::text, c.social::text, c.notes, c.fields::text, c.changed_at
            """;
    /// Whoever turned out to be another one is that one. Row security keeps an id from its index that is compared with
    /// `coalesce` itself: that stands within the inner query.
    private static final String WHO = """
            where c.id = (select coalesce(x.merged_into, x.id) from lienzo.contact x where x.id = ?) and c.removed_at is null
            """;

    private final TenantSql sql;
    private final ObjectMapper json;

    Contacts(TenantSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<ContactView> find(UUID id) {
        return sql.first("select " + COLUMNS + " from lienzo.contact c " + JOINS + WHO, Contacts::view, id);
    }

    Optional<ContactFile> file(UUID id) {
        return sql.first("select " + COLUMNS + FILE + " from lienzo.contact c " + JOINS + WHO, this::read, id);
    }

    /// Those of them that are there.
    List<ContactFile> files(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return sql.list(
                "select " + COLUMNS + FILE + " from lienzo.contact c " + JOINS
                        + " where c.id = any(?) and c.removed_at is null",
                this::read,
                ids);
    }

    /// Where they are, or were.
    List<UUID> spaces(Collection<UUID> ids) {
        return sql.list(
                "select distinct space_id from lienzo.contact where id = any(?)",
                row -> row.getObject(1, UUID.class),
                ids);
    }

    Optional<UUID> owner(UUID space, Collection<String> addresses) {
        if (addresses.isEmpty()) return Optional.empty();
        return sql.first(
                "select contact_id from lienzo.contact_email where space_id = ? and address = any(?) order by array_position(?, address) limit 1",
                row -> row.getObject(1, UUID.class),
                space,
                addresses,
                addresses);
    }

    Optional<ContactView> withEmail(UUID space, String address) {
        return sql.first(
                "select " + COLUMNS
                        + " from lienzo.contact_email e join lienzo.contact c on c.tenant_id = e.tenant_id and c.id = e.contact_id "
                        + JOINS + " where e.space_id = ? and e.address = ?",
                Contacts::view,
                space,
                address);
    }

    List<CompanyMembership> companies(UUID contact) {
        return sql.list(
                """
                select x.company_id, y.name, x.first, x.sees_all from lienzo.contact_company x
                join lienzo.company y on y.tenant_id = x.tenant_id and y.id = x.company_id and y.removed_at is null
                where x.contact_id = ? order by x.first desc, y.name
                """,
                row -> new CompanyMembership(
                        row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getBoolean(4)),
                contact);
    }

    static ContactView view(ResultSet row) throws SQLException {
        return new ContactView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getString(10),
                row.getString(11),
                Arrays.asList((String[]) row.getArray(12).getArray()),
                ContactSource.valueOf(row.getString(13)),
                row.getObject(14, UUID.class),
                row.getString(15),
                row.getTimestamp(16).toInstant(),
                instant(row.getTimestamp(17)),
                instant(row.getTimestamp(18)),
                row.getInt(19));
    }

    private ContactFile read(ResultSet row) throws SQLException {
        return new ContactFile(
                view(row),
                from(row.getString(20), new TypeReference<List<ContactFile.Email>>() {}),
                from(row.getString(21), new TypeReference<List<ContactDetails.Phone>>() {}),
                address(row.getString(23)),
                from(row.getString(24), new TypeReference<Map<String, String>>() {}),
                row.getString(25),
                from(row.getString(26), new TypeReference<Map<String, Object>>() {}),
                from(row.getString(22), new TypeReference<List<CompanyMembership>>() {}),
                instant(row.getTimestamp(27)));
    }

    private ContactDetails.Address address(String stored) {
        return stored.equals("{}")
                ? ContactDetails.Address.NONE
                : from(stored, new TypeReference<ContactDetails.Address>() {});
    }

    <T> T from(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we stored ourselves cannot be read", e);
        }
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
