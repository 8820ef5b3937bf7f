package app.lienzo.shell;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApiDocumentTest {
    @Test
    void the_description_speaks_of_what_is_sent_and_not_of_what_the_product_is_made_of() {
        var document =
                AURORA.anybody().get("/api/openapi.json").then().statusCode(200).extract();
        Map<String, Object> schemas = document.path("components.schemas");
        assertThat(schemas.keySet())
                .isNotEmpty()
                .noneMatch(name ->
                        name.matches("(Media|Outbound|Inbound|Sse|Multi|Uni|Response|Rest|Routing|File|Input|Output).*"
                                + "(Type|Event|Sse|Uni|Multi|Response|Context|Upload|Stream)"))
                .doesNotContain("MediaType", "OutboundSseEvent", "Locale", "Response");
        assertThat(document.<Map<String, Object>>path("paths.'/api/v1/stream'.get.responses.'200'.content"))
                .containsOnlyKeys("text/event-stream");
    }
}
