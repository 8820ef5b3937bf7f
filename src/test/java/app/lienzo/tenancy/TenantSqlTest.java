package app.lienzo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TenantSqlTest {
    /// The driver keeps a statement on the server from the fifth time on, and then asks for types.
    private static final int OFTEN = 40;

    @Inject
    TenantSql sql;

    @Inject
    Scope scope;

    @Inject
    OrganizationService organizations;

    @Test
    @DisplayName(
            "T07: a parameter that is null does not part a statement from its organization, however often it is run")
    void a_null_does_not_part_a_statement_from_its_organization() {
        scope.run(organizations.named("aurora").orElseThrow(), () -> {
            for (int i = 0; i < OFTEN; i++) {
                assertThat(spaces(null)).as("time %d", i).isPositive();
                assertThat(spaces(7L)).as("time %d", i).isPositive();
            }
            assertThatThrownBy(() ->
                            sql.first("select 1 / ?::int from lienzo.space where ?::bigint is null", _ -> 1, 0, null))
                    .isInstanceOf(DatabaseFailed.class);
            assertThat(spaces(null)).isPositive();
        });
    }

    @Test
    @DisplayName("B26: no plan reads a table from its beginning, where the neighbours' rows are")
    void no_plan_begins_with_the_neighbours() {
        scope.run(organizations.named("nimbus").orElseThrow(), () -> {
            var plan = sql.list("explain select * from lienzo.ticket limit 1", row -> row.getString(1));
            assertThat(plan).anyMatch(line -> line.contains("Index")).noneMatch(line -> line.contains("Seq Scan"));
        });
    }

    private int spaces(@Nullable Long number) {
        return sql.list(
                        "select name from lienzo.space where (?::bigint is null or true)",
                        row -> row.getString(1),
                        number)
                .size();
    }
}
