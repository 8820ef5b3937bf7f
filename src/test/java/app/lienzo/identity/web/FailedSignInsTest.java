package app.lienzo.identity.web;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.TestDatabase;
import app.lienzo.world.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@SuppressWarnings("NullAway.Init")
class FailedSignInsTest {
    @Inject
    FailedSignIns failed;

    @Test
    @DisplayName("The framework makes one handler of failed sign-ins, not one for every request")
    void one_handler() {
        Wire.to(AURORA, "GET", "/sign-in").send();
        int before = failed.handlers();
        assertThat(before).isPositive();
        for (int i = 0; i < 5; i++)
            assertThat(Wire.to(AURORA, "GET", "/sign-in").send().status()).isEqualTo(200);
        assertThat(failed.handlers()).isEqualTo(before);
    }

    @Test
    @DisplayName("A token that is none is still answered with 401, and with our problem document")
    void who_is_not_let_in_is_told() {
        for (int i = 0; i < 3; i++) {
            var answer = Wire.to(AURORA, "GET", "/api/v1/me")
                    .header("Authorization", "Bearer nonsense")
                    .send();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("content-type")).contains("application/problem+json");
        }
    }
}
