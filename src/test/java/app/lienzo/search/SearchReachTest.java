package app.lienzo.search;

import static app.lienzo.world.Tenant.AURORA;
import static app.lienzo.world.Tenant.NIMBUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The one function that reads with its owner's rights, asked of PostgreSQL itself.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SearchReachTest {
    private static final String WORD = "zurbx";
    /// All spaces there are, whoever asks: what is left is the organization.
    private static final String FIND = """
            select d.tenant_id from lienzo.find_documents(array['%s'], '%s', null, 'es', array['TICKET','CONVERSATION','CONTACT','COMPANY'],
                ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], gen_random_uuid(), 1000) f
            left join lienzo.search_document d on d.id = f.id
            """.formatted(WORD, WORD);

    @BeforeEach
    void both_have_it() {
        AURORA.talk("Es de " + WORD);
        NIMBUS.talk("This is " + WORD);
        long end = System.nanoTime() + 30_000_000_000L;
        while (Rows.list(
                                "select distinct tenant_id from lienzo.search_document where words @@ to_tsquery('simple', ?)",
                                WORD)
                        .size()
                < 2) {
            if (System.nanoTime() > end) throw new AssertionError("Not indexed within 30 s");
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    @DisplayName(
            "T07: the search's function finds nothing without an organization and nothing of another one, whatever spaces it is told")
    void it_finds_the_transactions_organization_only() throws SQLException {
        try (var connection = Rows.as("lienzo_app")) {
            assertThat(found(connection)).isEmpty();
            for (var nonsense : List.of("", "%", "nosuchorg1")) {
                set(connection, nonsense);
                assertThat(found(connection)).as(nonsense).isEmpty();
            }
            set(connection, Rows.id(AURORA));
            assertThat(found(connection)).isNotEmpty().containsOnly(Rows.id(AURORA));
            set(connection, Rows.id(NIMBUS));
            assertThat(found(connection)).isNotEmpty().containsOnly(Rows.id(NIMBUS));
        }
    }

    @Test
    @DisplayName(
            "T07: its owner's rights go no further: the serving role neither becomes its owner nor makes, changes or replaces a function")
    void its_rights_cannot_be_borrowed() throws SQLException {
        try (var connection = Rows.as("lienzo_app")) {
            for (var attempt : List.of(
                    "set role lienzo_owner",
                    "alter function lienzo.search_query(text[], text) security definer",
                    "create or replace function lienzo.search_query(wanted text[], language text) returns tsquery language sql as 'select null::tsquery'",
                    "create function platform.word_similarity(text, text) returns real language sql as 'select 1::real'",
                    "create function lienzo.x() returns int language sql as 'select 1'",
                    "create temporary table search_document (tenant_id text)",
                    "create policy x on lienzo.search_document using (true)",
                    "alter table lienzo.search_document disable row level security")) {
                assertThatThrownBy(() -> run(connection, attempt)).as(attempt).isInstanceOf(SQLException.class);
            }
        }
        assertThatThrownBy(() -> {
                    try (var ops = Rows.as("lienzo_ops")) {
                        found(ops);
                    }
                })
                .isInstanceOf(SQLException.class);
        assertThat(
                        Rows.list(
                                "select proconfig::text from pg_proc where proname = 'find_documents' and prosecdef and proowner = 'lienzo_owner'::regrole"))
                .singleElement()
                .asString()
                .contains("search_path=pg_catalog, pg_temp");
    }

    private static List<String> found(Connection connection) throws SQLException {
        var spaces = connection.createArrayOf(
                "uuid", Rows.list("select id from lienzo.space").toArray());
        var found = new ArrayList<String>();
        try (var statement = connection.prepareStatement(FIND)) {
            for (int i = 1; i <= 4; i++) statement.setArray(i, spaces);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }

    private static void set(Connection connection, String tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('lienzo.tenant', ?, false)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
