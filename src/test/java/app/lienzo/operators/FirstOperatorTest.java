package app.lienzo.operators;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.MailServer;
import app.lienzo.world.Rows;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FirstOperatorTest {
    @Inject
    FirstOperator first;

    @Test
    @DisplayName(
            "B2-1: an installation without operators asks the one that is configured to set a password; one with operators nobody")
    void a_fresh_installation_lets_somebody_in() {
        var email = "primera-" + UUID.randomUUID().toString().substring(0, 8) + "@platform.example";
        assertThat(first.welcome(email)).as("there are operators").isFalse();
        Rows.list("update lienzo.member set active = false where tenant_id = 'platform'");
        try {
            assertThat(first.welcome(email)).isTrue();
            assertThat(first.welcome("otra-" + email)).as("one is enough").isFalse();
        } finally {
            Rows.list("update lienzo.member set active = email <> ? where tenant_id = 'platform'", email);
        }
        assertThat(MailServer.await(email, mail -> mail.link().contains("/set-password/"))
                        .link())
                .contains("localhost");
        assertThat(Rows.list("select 1 from lienzo.member where email = ? and organization_role = 'OPERATOR'", email))
                .hasSize(1);
    }
}
