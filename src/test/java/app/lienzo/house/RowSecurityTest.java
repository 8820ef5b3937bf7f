package app.lienzo.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.world.Rows;
import app.lienzo.world.Tenant;
import app.lienzo.world.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The second lock, asked of PostgreSQL itself: whatever the code above forgets, rows of others stay out of reach.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RowSecurityTest {
    private static final List<String> SERVING = List.of("lienzo_app", "lienzo_ops", "lienzo_owner");

    /// Tables that a search reads with the owner's rights, as row security keeps likeness from an index, and the
    /// functions
    /// that do so: each names the organization itself, and the owner serves nobody.
    private static final List<String> SEARCHED = List.of("contact", "search_document");

    private static final List<String> SEARCHING = List.of("contacts_found", "find_documents", "find_in_tray");

    /// Indexes over a function that is not leakproof: nothing is found by them under row security. They keep names
    /// apart or in order, and what they stand over is a handful of rows for each organization.
    private static final List<String> NOT_FOR_FINDING = List.of(
            "account_link_address",
            "business_calendar_name",
            "member_name",
            "saved_view_own",
            "saved_view_shared",
            "support_plan_name");

    @Inject
    AgroalDataSource pool;

    @Inject
    TenantSql sql;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @BeforeEach
    void somebody_wrote_to_both() {
        Tenant.AURORA.talk("Fila de Aurora");
        Tenant.NIMBUS.talk("Row of Nimbus");
    }

    @Test
    @DisplayName(
            "T07: every table of an organization has the organization first in its key, forced row security and one policy")
    void every_tenant_table_is_protected() {
        assertThat(Rows.tenantTables()).hasSizeGreaterThan(10);
        assertThat(Rows.list("""
                select relname from pg_class c where relnamespace = 'lienzo'::regnamespace and relkind in ('r', 'p')
                  and not (relrowsecurity and relforcerowsecurity)
                """)).as("without forced row security").isEmpty();
        assertThat(Rows.list("""
                select c.relname from pg_class c where relnamespace = 'lienzo'::regnamespace and relkind in ('r', 'p')
                  and ((select count(*) from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                         and pg_get_expr(p.polqual, c.oid) = '(tenant_id = current_setting(''lienzo.tenant''::text, true))'
                         and p.polroles = '{0}') <> 1
                   or exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname <> 'tenant_rows'
                         and not (c.relname = any(?) and p.polcmd = 'r' and p.polroles = array['lienzo_owner'::regrole::oid])))
                """, (Object) SEARCHED.toArray(String[]::new)))
                .as("without exactly the one policy")
                .isEmpty();
        assertThat(Rows.list("""
                select c.relname from pg_class c where relnamespace = 'lienzo'::regnamespace and relkind in ('r', 'p')
                  and not exists (select 1 from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                                  where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'tenant_id' and a.attnotnull)
                """))
                .as("without the organization first in the primary key")
                .isEmpty();
    }

    @Test
    @DisplayName("T07: unique keys and foreign keys between tables of organizations carry the organization")
    void keys_carry_the_tenant() {
        assertThat(Rows.list("""
                select k.conname from pg_constraint k
                where k.contype = 'f' and k.connamespace = 'lienzo'::regnamespace
                  and (select relnamespace from pg_class where oid = k.confrelid) = 'lienzo'::regnamespace
                  and not exists (select 1 from unnest(k.conkey, k.confkey) pair(mine, theirs)
                                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = mine
                                  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = theirs
                                  where a.attname = 'tenant_id' and b.attname = 'tenant_id')
                """)).isEmpty();
        // A unique key without the organization would tell one what another has.
        assertThat(Rows.list("""
                select i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indrelid
                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where c.relnamespace = 'lienzo'::regnamespace and i.indisunique and a.attname <> 'tenant_id'
                """)).isEmpty();
    }

    @Test
    @DisplayName("What is looked for is a column: row security keeps a function from using an index")
    void nothing_is_found_by_a_function() {
        assertThat(Rows.list("""
                select indexname from pg_indexes where schemaname = 'lienzo' and indexdef ~ '[(, ](lower|upper|md5|plain)\\('
                  and indexname <> all(?)
                """, (Object) NOT_FOR_FINDING.toArray(String[]::new)))
                .isEmpty();
        assertThat(Rows.list("select indexname from pg_indexes where indexname = any(?)", (Object)
                        NOT_FOR_FINDING.toArray(String[]::new)))
                .hasSameSizeAs(NOT_FOR_FINDING);
    }

    @Test
    @DisplayName("T07: no view, no function with its owner's rights and no large object leads around the policies")
    void there_is_no_way_around() {
        assertThat(
                        Rows.list(
                                "select relname from pg_class where relnamespace in ('lienzo'::regnamespace, 'platform'::regnamespace) and relkind in ('v', 'm', 'f')"))
                .isEmpty();
        assertThat(Rows.list(
                        "select proname from pg_proc where pronamespace in ('lienzo'::regnamespace, 'platform'::regnamespace) and prosecdef and proname <> all(?)",
                        (Object) SEARCHING.toArray(String[]::new)))
                .isEmpty();
        assertThat(Rows.list("""
                select table_name from information_schema.columns where table_schema = 'platform' and column_name = 'tenant_id'
                """))
                .as("rows of organizations in the schema without policies")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "T07: the roles that serve are no superusers, bypass nothing, are members of nothing; the one that serves owns nothing")
    void the_roles_are_weak() {
        assertThat(Rows.list(
                        "select rolname from pg_roles where rolname = any(?) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)",
                        (Object) SERVING.toArray(String[]::new)))
                .isEmpty();
        assertThat(Rows.list(
                        "select rolname from pg_roles where rolname = any(?)", (Object) SERVING.toArray(String[]::new)))
                .hasSize(3);
        assertThat(Rows.list(
                        "select m.rolname from pg_auth_members g join pg_roles m on m.oid = g.member where m.rolname = any(?)",
                        (Object) SERVING.toArray(String[]::new)))
                .isEmpty();
        assertThat(
                        Rows.list(
                                "select relname from pg_class where relowner = 'lienzo_app'::regrole or relowner = 'lienzo_ops'::regrole"))
                .isEmpty();
        assertThat(Rows.list(
                        "select proname from pg_proc where proowner in ('lienzo_app'::regrole, 'lienzo_ops'::regrole)"))
                .isEmpty();
        assertThat(Rows.list(
                        "select nspname from pg_namespace where has_schema_privilege('lienzo_app', oid, 'create')"))
                .isEmpty();
        assertThat(Rows.one("select has_table_privilege('lienzo_ops', 'lienzo.message', 'select')"))
                .isEqualTo("f");
    }

    @Test
    @DisplayName("T07: without an organization set no table has a row, with a nonsense one neither")
    void without_a_tenant_there_are_no_rows() throws SQLException {
        try (var connection = Rows.as("lienzo_app")) {
            for (var table : Rows.tenantTables())
                assertThat(count(connection, table)).as(table).isZero();
            for (var nonsense : List.of("", "%", "*", "_", "nosuchorg1")) {
                set(connection, nonsense, false);
                for (var table : Rows.tenantTables())
                    assertThat(count(connection, table)).as(table).isZero();
            }
            set(connection, Rows.id(Tenant.AURORA), false);
            assertThat(count(connection, "conversation"))
                    .as("the lock opens for its owner")
                    .isPositive();
            for (var table : Rows.tenantTables()) {
                assertThat(number(
                                connection,
                                "select count(*) from lienzo." + table
                                        + " where tenant_id <> current_setting('lienzo.tenant')"))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    @DisplayName("T07: rows cannot be written into another organization, nor moved there")
    void rows_cannot_be_smuggled_out() throws SQLException {
        var before = Rows.fingerprint(Tenant.NIMBUS);
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.createStatement()) {
            set(connection, Rows.id(Tenant.AURORA), false);
            var nimbus = Rows.id(Tenant.NIMBUS);
            assertThatThrownBy(() -> statement.execute(
                            "insert into lienzo.space (tenant_id, id, slug, name, created_at) values ('%s', gen_random_uuid(), 'x', 'x', now())"
                                    .formatted(nimbus)))
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> statement.execute("update lienzo.channel set tenant_id = '%s'".formatted(nimbus)))
                    .isInstanceOf(SQLException.class);
            assertThat(statement.executeUpdate("delete from lienzo.draft where tenant_id = '%s'".formatted(nimbus)))
                    .isZero();
            assertThat(statement.executeUpdate(
                            "update lienzo.member set name = 'x' where tenant_id = '%s'".formatted(nimbus)))
                    .isZero();
        }
        assertThat(Rows.fingerprint(Tenant.NIMBUS)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "T07: what a transaction said of itself is gone after commit, rollback and on the connection's next use")
    void a_pooled_connection_carries_no_tenant_over() throws SQLException {
        var aurora = organizations.named("aurora").orElseThrow();
        scope.run(
                aurora,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> assertThat(conversations()).isPositive()));
        scope.run(aurora, () -> sql.update("update lienzo.space set name = name"));
        try {
            scope.run(
                    aurora,
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        conversations();
                        throw new IllegalStateException("roll back");
                    }));
        } catch (IllegalStateException _) {
            // As wanted.
        }
        var held = new java.util.ArrayList<Connection>();
        try {
            for (int i = 0; i < 10; i++) held.add(pool.getConnection());
            for (var connection : held) {
                assertThat(count(connection, "conversation")).isZero();
                assertThat(text(connection, "select coalesce(current_setting('lienzo.tenant', true), '')"))
                        .isEmpty();
            }
        } finally {
            for (var connection : held) connection.close();
        }
        try (var connection = Rows.as("lienzo_app")) {
            connection.setAutoCommit(false);
            set(connection, aurora.id(), true);
            assertThat(count(connection, "conversation")).isPositive();
            connection.rollback();
            assertThat(count(connection, "conversation")).isZero();
            set(connection, aurora.id(), true);
            connection.commit();
            assertThat(count(connection, "conversation")).isZero();
        }
    }

    @Test
    @DisplayName("T07: the role that serves cannot become another, switch row security off or read files")
    void the_serving_role_cannot_become_another() throws SQLException {
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.createStatement()) {
            for (var attempt : List.of(
                    "set role postgres",
                    "set role lienzo_owner",
                    "set role lienzo_ops",
                    "set session authorization postgres",
                    "alter table lienzo.message disable row level security",
                    "alter table lienzo.message no force row level security",
                    "drop policy tenant_rows on lienzo.message",
                    "create policy all_rows on lienzo.message using (true)",
                    "truncate lienzo.message",
                    "alter role lienzo_app bypassrls",
                    "select pg_read_file('postgresql.conf')",
                    "copy lienzo.message to program 'cat'",
                    "create extension dblink",
                    "create table lienzo.loot (x int)",
                    "create table public.loot (x int)",
                    "create function lienzo.loot() returns int language sql security definer as 'select 1'",
                    "insert into platform.organization (id, slug, name, plan, language, vocabulary) values ('aaaaaaaaaa', 'evil', 'x', 'LITE', 'es', 'INTERNAL_IT')",
                    "update platform.site set organization_id = 'aaaaaaaaaa'",
                    "update platform.site set host = 'evil.example'",
                    "insert into platform.site (host, organization_id) values ('evil.example', 'aaaaaaaaaa')",
                    "truncate platform.site")) {
                assertThatThrownBy(() -> statement.execute(attempt)).as(attempt).isInstanceOf(SQLException.class);
            }
            // Without a scope there is no organization to decide about; in one, there is that one alone.
            assertThat(statement.executeUpdate("update platform.organization set plan = 'ENTERPRISE'"))
                    .isZero();
            // This one is allowed to anybody, and turns silence into an error: no row comes out either.
            statement.execute("set row_security = off");
            assertThatThrownBy(() -> count(connection, "message")).hasMessageContaining("row-level security");
        }
    }

    @Test
    @DisplayName("T07: what the audit trail says stays said")
    void the_audit_trail_cannot_be_changed() throws SQLException {
        Tenant.AURORA.token("owner");
        try (var connection = Rows.as("lienzo_app");
                var statement = connection.createStatement()) {
            set(connection, Rows.id(Tenant.AURORA), false);
            assertThat(count(connection, "audit_entry")).isPositive();
            for (var attempt : List.of(
                    "update lienzo.audit_entry set action = 'nothing'",
                    "delete from lienzo.audit_entry",
                    "truncate lienzo.audit_entry",
                    "update lienzo.event set payload = '{}'")) {
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    @DisplayName("T13: work without an organization stops before it begins, and so does work for one that is not there")
    void work_without_a_tenant_fails_closed() {
        assertThatThrownBy(() -> sql.list("select 1 from lienzo.message", row -> row.getInt(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scope.organization()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scope.call("nosuchorg1", () -> 1)).isInstanceOf(IllegalStateException.class);
        assertThat(QuarkusTransaction.requiringNew().call(this::conversations))
                .as("a transaction in nobody's name")
                .isZero();
        assertThat(scope.find()).isEmpty();
    }

    private long conversations() {
        try (var connection = pool.getConnection()) {
            return count(connection, "conversation");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Connection connection, String tenant, boolean local) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('lienzo.tenant', ?, ?)")) {
            statement.setString(1, tenant);
            statement.setBoolean(2, local);
            statement.execute();
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        return number(connection, "select count(*) from lienzo." + table);
    }

    private static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(text(connection, query));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
