package app.lienzo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwnersFindingsTest {
    private static final String CANDIDATES = "a Nimbus b Acme Corp c Nobody d lienzo e";

    @Test
    @DisplayName("BY-1, X12: an Owner who writes candidates into a text learns that one is here, not which or how many")
    void candidates_are_not_told_apart() {
        var one = findings("a Nimbus b Nobody c");
        var two = findings("a Nimbus b Acme Corp c Nobody");
        assertThat(one).hasSize(1);
        assertThat(shown(two)).isEqualTo(shown(one));
        assertThat(one.getFirst().excerpt()).isEmpty();
    }

    @Test
    @DisplayName("BY-1: beside the platform's name nothing is covered but the platform's name")
    void no_cover_stands_beside_the_platform() {
        assertThat(findings(CANDIDATES))
                .filteredOn(finding -> finding.kind() == FindingKind.PLATFORM)
                .extracting(Finding::excerpt)
                .containsExactly("a Nimbus b Acme Corp c Nobody d ••••• e");
    }

    @Test
    @DisplayName("BY-1: who accepts that one organization is named at a place does not accept another")
    void another_name_is_another_finding() {
        assertThat(findings("Nimbus").getFirst().sameness())
                .isNotEqualTo(findings("Acme Corp").getFirst().sameness());
    }

    private static List<Finding> findings(String text) {
        var names = new Names();
        names.addAnywhere("lienzo", FindingKind.PLATFORM, Severity.HIGH);
        names.addOrganization("Nimbus", Severity.MEDIUM, "nimbus", _ -> false);
        names.addOrganization("Acme Corp", Severity.MEDIUM, "acme", _ -> false);
        var judge = new Judge(names, "own.example", 10);
        var content = text.getBytes(StandardCharsets.UTF_8);
        judge.judge("/x", Viewer.OWNER, new Answer(200, Map.of("content-type", List.of("text/html")), content));
        return OwnersFindings.of(judge.findings());
    }

    private static List<List<Object>> shown(List<Finding> findings) {
        return findings.stream()
                .map(one -> List.<Object>of(
                        one.kind(), one.severity(), one.surface(), one.path(), one.place(), one.excerpt()))
                .toList();
    }
}
