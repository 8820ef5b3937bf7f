package app.lienzo.domains;

import static app.lienzo.domains.Happening.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.domains.Findings.Proof;
import app.lienzo.domains.Findings.Where;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DomainTest {
    private static final DomainConfig RULES = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(DomainConfig.class)
            .build()
            .getConfigMapping(DomainConfig.class);

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final Domain domain = new Domain("help.acme.com", null, null, now);

    @Test
    @DisplayName("N01, failure mode 36: a claim that is never proved is over after seven days")
    void claims_expire() {
        assertThat(after(Duration.ofDays(6), Proof.MISSING, Where.HERE)).isEmpty();
        assertThat(after(Duration.ofDays(2), Proof.MISSING, Where.HERE)).containsExactly(EXPIRED);
        assertThat(domain.ownership.open()).isFalse();
    }

    @Test
    @DisplayName("N03, failure mode 6: a proof that could not be asked for is neither seen nor gone")
    void could_not_ask_is_not_gone() {
        assertThat(after(Duration.ZERO, Proof.SEEN, Where.UNASKED)).containsExactly(PROOF_SEEN);
        assertThat(after(Duration.ofHours(3), Proof.UNASKED, Where.UNASKED)).isEmpty();
        assertThat(domain.outweighs(now, Duration.ofHours(4))).isFalse();
        assertThat(after(Duration.ofHours(1), Proof.UNASKED, Where.UNASKED)).isEmpty();
        assertThat(domain.outweighs(now, Duration.ofHours(4))).isTrue();
        assertThat(after(Duration.ofHours(1), Proof.MISSING, Where.UNASKED)).containsExactly(PROOF_GONE);
        assertThat(domain.outweighs(now, Duration.ofHours(4))).isFalse();
    }

    @ParameterizedTest
    @DisplayName("N04, failure modes 6 and 37: silence, failures and a name that is gone never move a name")
    @EnumSource(names = {"UNASKED", "NOWHERE", "PARTLY"})
    void silence_moves_nothing(Where where) {
        verified();
        for (int i = 0; i < 100; i++)
            assertThat(after(Duration.ofHours(6), Proof.MISSING, where)).isEmpty();
        assertThat(domain.pointing).isEqualTo(Pointing.POINTED);
        assertThat(domain.ownership).isEqualTo(Ownership.VERIFIED);
    }

    @Test
    @DisplayName("N04, failure mode 37: it takes three contrary answers over a day, and one good answer undoes them")
    void contrary_answers_have_to_agree() {
        verified();
        assertThat(after(Duration.ZERO, Proof.SEEN, Where.ELSEWHERE)).containsExactly(POINTS_ELSEWHERE);
        for (int i = 0; i < 10; i++)
            assertThat(after(Duration.ofHours(2), Proof.SEEN, Where.ELSEWHERE)).isEmpty();
        assertThat(after(Duration.ofHours(2), Proof.SEEN, Where.HERE)).isEmpty();
        assertThat(after(Duration.ofHours(30), Proof.SEEN, Where.ELSEWHERE)).containsExactly(POINTS_ELSEWHERE);
        assertThat(after(Duration.ofHours(30), Proof.SEEN, Where.ELSEWHERE)).isEmpty();
        assertThat(after(Duration.ofHours(1), Proof.SEEN, Where.ELSEWHERE)).containsExactly(MOVED);
    }

    @Test
    @DisplayName("N04, failure mode 37: a moved name is answered for seven days, with three warnings, then quarantined")
    void moved_names_have_grace() {
        moved();
        domain.activeAt = now;
        assertThat(domain.warningDue(now, RULES.grace())).isEqualTo(1);
        assertThat(domain.wantsCertificate()).isTrue();
        after(Duration.ofDays(4), Proof.SEEN, Where.ELSEWHERE);
        assertThat(domain.warningDue(now, RULES.grace())).isEqualTo(2);
        assertThat(domain.activeAt).isNotNull();
        assertThat(after(Duration.ofDays(3), Proof.SEEN, Where.ELSEWHERE)).containsExactly(QUARANTINED);
        assertThat(domain.warningDue(now, RULES.grace())).isEqualTo(3);
        assertThat(domain.activeAt).isNull();
        assertThat(domain.wantsCertificate()).isFalse();
    }

    @Test
    @DisplayName(
            "N04: a quarantined name comes back by itself when it leads here again, with the proof and not without")
    void quarantined_names_come_back_with_the_proof() {
        moved();
        after(Duration.ofDays(8), Proof.SEEN, Where.ELSEWHERE);
        assertThat(after(Duration.ofDays(1), Proof.MISSING, Where.HERE)).isEmpty();
        assertThat(after(Duration.ofDays(1), Proof.UNASKED, Where.HERE)).isEmpty();
        assertThat(domain.pointing).isEqualTo(Pointing.QUARANTINED);
        assertThat(after(Duration.ofDays(1), Proof.SEEN, Where.HERE)).containsExactly(BACK);
        assertThat(domain.wantsCertificate()).isTrue();
        assertThat(domain.warned).isZero();
    }

    @Test
    @DisplayName("BY-5: who waits is looked after every minute, and what nobody repairs ever later, up to four hours")
    void pauses_grow() {
        var before = Duration.ZERO;
        for (domain.attempts = 0; domain.attempts < 80; domain.attempts++) {
            var pause = domain.pause(RULES);
            assertThat(pause)
                    .isBetween(Duration.ofMinutes(1), Duration.ofHours(4))
                    .isGreaterThanOrEqualTo(before);
            before = pause;
        }
        assertThat(before).isEqualTo(Duration.ofHours(4));
    }

    private void verified() {
        after(Duration.ZERO, Proof.SEEN, Where.UNASKED);
        domain.verify(now);
        assertThat(after(Duration.ZERO, Proof.SEEN, Where.HERE)).containsExactly(POINTED);
    }

    private void moved() {
        verified();
        after(Duration.ofHours(1), Proof.SEEN, Where.ELSEWHERE);
        after(Duration.ofHours(12), Proof.SEEN, Where.ELSEWHERE);
        assertThat(after(Duration.ofHours(12), Proof.SEEN, Where.ELSEWHERE)).containsExactly(MOVED);
    }

    private List<Happening> after(Duration time, Proof proof, Where where) {
        now = now.plus(time);
        return domain.look(new Findings(proof, where, List.of(), List.of()), now, RULES);
    }
}
