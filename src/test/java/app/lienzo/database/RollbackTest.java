package app.lienzo.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// The ways back are walked, and forth again, on a database of its own.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class RollbackTest {
    private static final String SCRATCH = "way_back";

    /// What a schema consists of, as far as a migration can make it: everything the catalogue can write
    /// down.
    private static final String SCHEMA = """
            select format('%s.%s.%s %s %s', table_schema, table_name, column_name, udt_name, concat(is_nullable, column_default))
              from information_schema.columns where table_schema in ('lienzo', 'platform')
            union all select format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid))
              from pg_constraint where connamespace in (select oid from pg_namespace where nspname in ('lienzo', 'platform'))
            union all select indexdef from pg_indexes where schemaname in ('lienzo', 'platform')
            union all select format('%s %s %s', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) from pg_policy
            union all select format('%s %s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity, relacl)
              from pg_class where relnamespace in (select oid from pg_namespace where nspname in ('lienzo', 'platform'))
            union all select format('%s %s', pg_get_functiondef(oid), proacl)
              from pg_proc where pronamespace in (select oid from pg_namespace where nspname in ('lienzo', 'platform'))
            union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
            union all select format('%s %s', nspname, nspacl) from pg_namespace where nspname in ('lienzo', 'platform')
            order by 1
            """;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void every_change_can_be_taken_back_and_made_again() throws Exception {
        execute(url, "drop database if exists " + SCRATCH, "create database " + SCRATCH + " owner lienzo_owner");
        var scratch = url.replaceFirst("/[^/]*$", "/" + SCRATCH);
        try {
            List<String> first;
            try (var owner = connect(scratch, "lienzo_owner");
                    var migration = new Liquibase(
                            ChangeLog.CONTENTS, new ClassLoaderResourceAccessor(), new JdbcConnection(owner))) {
                migration.update(new Contexts());
                first = schema(owner);
                assertThat(first).hasSizeGreaterThan(200);
                migration.rollback(migration.getDatabase().getRanChangeSetList().size(), "");
                assertThat(schema(owner)).as("what the ways back left behind").isEmpty();
                migration.update(new Contexts());
                assertThat(schema(owner)).isEqualTo(first);
            }
        } finally {
            execute(url, "drop database " + SCRATCH + " with (force)");
        }
    }

    @Test
    void a_start_finds_out_at_once_that_nothing_is_to_be_done() throws SQLException {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select platform.migrated(?), platform.migrated(?)")) {
            question.setString(1, ChangeLog.hash());
            question.setString(2, "another one");
            try (var answer = question.executeQuery()) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getBoolean(1)).isTrue();
                assertThat(answer.getBoolean(2)).isFalse();
            }
        }
    }

    private static List<String> schema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SCHEMA)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    private static void execute(String url, String... commands) throws Exception {
        try (var superuser = connect(url.replaceFirst("/[^/]*$", "/postgres"), "postgres");
                var statement = superuser.createStatement()) {
            for (var command : commands) statement.execute(command);
        }
    }

    private static Connection connect(String url, String role) throws SQLException, IOException {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(Path.of("target", "test-database", "secrets.properties"))) {
            secrets.load(file);
        }
        return DriverManager.getConnection(url, role, secrets.getProperty(role));
    }
}
