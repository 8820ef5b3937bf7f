package app.lienzo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B19: one organization leaves room for the others")
class FairShareTest {
    private record Limits(
            int connectionsPerOrganizationMax,
            Optional<Integer> connectionsBesideOthersMax,
            Duration connectionPatience)
            implements TenancyConfig {
        @Override
        public String platformHost() {
            return "localhost";
        }

        @Override
        public boolean outboundAnywhere() {
            return false;
        }

        @Override
        public Optional<String> linkScheme() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> linkPort() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> httpsLinkPort() {
            return Optional.empty();
        }

        @Override
        public long siteCacheMax() {
            return 1;
        }

        @Override
        public Duration siteCacheTime() {
            return Duration.ZERO;
        }

        @Override
        public String secret() {
            return "";
        }
    }

    private final FairShare shares = new FairShare(new Limits(4, Optional.of(2), Duration.ofMillis(150)));

    @Test
    void one_that_is_alone_has_many_places_and_one_beside_others_has_few() throws Exception {
        shares.take("aurora").close();
        TimeUnit.MILLISECONDS.sleep(600);
        var alone = take(shares, "aurora", 4);
        assertThatThrownBy(() -> shares.take("aurora")).isInstanceOf(Refused.class);
        alone.forEach(FairShare.Place::close);

        shares.take("nimbus").close();
        var beside = take(shares, "aurora", 2);
        assertThatThrownBy(() -> shares.take("aurora")).isInstanceOf(Refused.class);
        shares.take("nimbus").close();
        beside.forEach(FairShare.Place::close);
        take(shares, "aurora", 2).forEach(FairShare.Place::close);
    }

    @Test
    void whoever_waits_has_his_turn_when_a_place_is_given_back() throws Exception {
        var shares = new FairShare(new Limits(4, Optional.of(2), Duration.ofSeconds(10)));
        shares.take("nimbus").close();
        var taken = take(shares, "aurora", 2);
        var waiting = CompletableFuture.supplyAsync(() -> shares.take("aurora"));
        TimeUnit.MILLISECONDS.sleep(30);
        assertThat(waiting).isNotDone();
        taken.getFirst().close();
        waiting.get(10, TimeUnit.SECONDS).close();
    }

    private static List<FairShare.Place> take(FairShare shares, String organization, int count) {
        var places = new ArrayList<FairShare.Place>();
        for (int i = 0; i < count; i++) places.add(shares.take(organization));
        return places;
    }
}
