package app.lienzo.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.companies.CompanyService;
import app.lienzo.contacts.ContactService;
import app.lienzo.identity.MemberService;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.world.Rows;
import app.lienzo.world.RowsRead;
import app.lienzo.world.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is found by its key is found without reading its neighbours. Row security takes an index away from whatever is
/// compared beside a function, without a word and without a difference in the result: PostgreSQL counts what it read.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class AccessPathTest {
    private static final int MANY = 2_000;

    /// Versions of a row that was changed meanwhile are no neighbours.
    private static final long FEW = 20;

    @Inject
    Scope scope;

    @Inject
    TenantSql sql;

    @Inject
    OrganizationService organizations;

    @Inject
    SpaceService spaces;

    @Inject
    ContactService contacts;

    @Inject
    CompanyService companies;

    @Inject
    MemberService members;

    private OrganizationView house;
    private UUID space;

    @BeforeEach
    void a_large_organization() {
        house = organizations.create(
                "many-" + UUID.randomUUID().toString().substring(0, 8),
                "Many",
                Plan.STARTUP,
                "en",
                Vocabulary.SERVICE_PROVIDER);
        space = scope.call(
                house,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> spaces.create("one", "One").id()));
        for (var fill : List.of("""
                insert into lienzo.contact (tenant_id, id, space_id, name, email, source, created_at)
                select o.id, gen_random_uuid(), ?::uuid, 'Contact ' || n, n || '@many.example', 'CSV', now()
                from platform.organization o, generate_series(1, ?) n where o.slug = ?
                """, """
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                select o.id, gen_random_uuid(), ?::uuid, 'Company ' || n, now(), now()
                from platform.organization o, generate_series(1, ?) n where o.slug = ?
                """)) Rows.list(fill, space.toString(), MANY, house.slug());
        Rows.list("""
                insert into lienzo.contact_email (tenant_id, space_id, address, contact_id, position)
                select tenant_id, space_id, email, id, 1 from lienzo.contact where space_id = ?::uuid
                """, space.toString());
        Rows.list("""
                insert into lienzo.member (tenant_id, id, user_name, user_name_shape, name, email, organization_role, created_at)
                select o.id, gen_random_uuid(), 'u' || n, 'u' || n, 'Member ' || n, 'M' || n || '@many.example', 'MEMBER', now()
                from platform.organization o, generate_series(1, ?) n where o.slug = ?
                """, MANY, house.slug());
        Rows.list("analyze lienzo.contact, lienzo.contact_email, lienzo.company, lienzo.member");
    }

    @Test
    @DisplayName("A contact is found by his id and by his address, a company by its name, a member by his address")
    void neighbours_are_not_read() {
        var contact = UUID.fromString(Rows.one(
                "select id from lienzo.contact where space_id = ?::uuid and name = 'Contact 77'", space.toString()));
        assertThat(read("contact", () -> contacts.find(contact))).isLessThan(FEW);
        assertThat(read("contact_email", () -> contacts.withEmail(space, "88@many.example")))
                .isLessThan(FEW);
        assertThat(read("contact_email", () -> contacts.owner(space, List.of("", "99@many.example"))))
                .isLessThan(FEW);
        assertThat(read("company", () -> companies.named(space, "company 55"))).isLessThan(FEW);
        assertThat(read(
                        "member",
                        () -> members.knownAs("m66@many.example").stream().findFirst()))
                .isLessThan(FEW);
    }

    @Test
    @DisplayName("A conversation is found by its key when its organization came after the statistics, too")
    void newcomers() throws SQLException {
        try (var connection = Rows.as("postgres");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("""
                    insert into lienzo.conversation (tenant_id, id, space_id, channel_id, contact_id, number, state, created_at, changed_at)
                    select '%s', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), n, 'INBOX', now(), now()
                    from generate_series(1, %d) n
                    """.formatted(house.id(), MANY));
            statement.execute("analyze lienzo.conversation");
            statement.execute("set local role lienzo_app");
            statement.execute("set local lienzo.tenant = 'newcomer'");
            var plan = statement.executeQuery(
                    "explain select state from lienzo.conversation where id = '%s'".formatted(UUID.randomUUID()));
            plan.next();
            assertThat(plan.getString(1)).contains("using conversation_pkey");
            connection.rollback();
        }
    }

    /// How many rows of a table were read to find something.
    private long read(String table, Supplier<Optional<?>> found) {
        return scope.call(
                house,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> RowsRead.during(
                                sql,
                                "lienzo." + table,
                                () -> assertThat(found.get()).as(table).isPresent())));
    }
}
