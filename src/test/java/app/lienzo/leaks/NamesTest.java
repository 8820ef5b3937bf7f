package app.lienzo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamesTest {
    private final Names names = new Names();

    {
        names.addAnywhere("lienzo", FindingKind.PLATFORM, Severity.HIGH);
        names.addAnywhere("vert.x", FindingKind.FRAMEWORK, Severity.LOW);
        names.addOrganization("Nimbus", Severity.MEDIUM, "nimbus", _ -> false);
        names.addOrganization("nimbus.platform.example", Severity.HIGH, "nimbus", _ -> false);
        names.addOrganization("Acme & Söhne", Severity.MEDIUM, "acme", _ -> false);
        names.addOrganization("abc", Severity.MEDIUM, "abc", _ -> false);
        names.addOrganization("Ayuda", Severity.MEDIUM, "ayuda", _ -> true);
    }

    @Test
    @DisplayName("BY-1: the platform's name is found inside of words and whatever its letters")
    void the_platform_is_found_anywhere() {
        assertThat(kinds("window.LienzoWidget = 1")).containsExactly(FindingKind.PLATFORM);
        assertThat(kinds("Server: Vert.X-Web")).containsExactly(FindingKind.FRAMEWORK);
        assertThat(kinds("Nothing of ours")).isEmpty();
    }

    @Test
    @DisplayName("BY-1: another organization is found by whole words, in a host, a file's name or a sentence")
    void an_organization_is_found_by_words() {
        for (var text : new String[] {"/nimbus-chat/", "soporte@nimbus.example", "Nimbus", "de NIMBUS.", "nimbus_logo"})
            assertThat(kinds(text)).as(text).containsExactly(FindingKind.ORGANIZATION);
        assertThat(kinds("cumulonimbus, nimbuses")).isEmpty();
        assertThat(kinds("https://nimbus.platform.example/")).hasSize(2);
        assertThat(kinds("ACME & söhne; acme-söhne")).hasSize(2);
        assertThat(kinds("acme und die söhne")).isEmpty();
    }

    @Test
    @DisplayName(
            "A name that is too short, a common word or one's own is no finding, nor is chance in a picture's bytes")
    void chance_is_no_finding() {
        assertThat(kinds("abc, ayuda")).isEmpty();
        assertThat(names.in("\u0001nimbus\u0002", true)).isEmpty();
        assertThat(names.in("\u0001nimbus.platform.example\u0002", true)).hasSize(1);
    }

    private List<FindingKind> kinds(String text) {
        return names.in(text, false).stream().map(Names.Hit::kind).toList();
    }
}
