package app.lienzo.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedNameTest {
    private static final int PROOF = "_site-proof.".length();

    @ParameterizedTest
    @DisplayName("N01, BY-5: what is pasted becomes the one spelling of the name")
    @CsvSource({
        "help.acme.com, help.acme.com",
        "' HTTPS://Help.ACME.com/de/path?x=1#y ', help.acme.com",
        "http://me:secret@help.acme.com:8443/, help.acme.com",
        "help.acme.com., help.acme.com",
        "faß.de, xn--fa-hia.de",
        "ⓔxample-shop.com, example-shop.com",
        "ＨＥＬＰ.acme.com, help.acme.com",
        "help。acme。com, help.acme.com",
        "münchen.example-shop.de, xn--mnchen-3ya.example-shop.de",
        "пример.рф, xn--e1afmkfd.xn--p1ai",
        "shop.acme.co.uk, shop.acme.co.uk",
        "i❤.ws, xn--i-7iq.ws"
    })
    void spelling(String typed, String host) {
        assertThat(WantedName.of(typed, PROOF, List.of()).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @DisplayName("N01, BY-5: what cannot be an organization's name is refused, each with its own reason")
    @CsvSource({
        "'', domain-missing",
        "https://, domain-missing",
        "com, domain-single",
        "intranet, domain-single",
        "localhost, domain-special",
        "printer.local, domain-special",
        "shop.test, domain-special",
        "www.example.com, domain-special",
        "1.0.0.127.in-addr.arpa, domain-special",
        "co.uk, domain-public-suffix",
        "github.io, domain-public-suffix",
        "acme.qqzz, domain-ending-unknown",
        "192.0.2.7, domain-address",
        "0x7f.1, domain-address",
        "2130706433, domain-address",
        "http://[::1]/, domain-address",
        "*.acme.com, domain-wildcard",
        "_dmarc.acme.com, domain-underscore",
        "he lp.acme.com, domain-invalid",
        "-help.acme.com, domain-invalid",
        "help..acme.com, domain-invalid",
        "аpple.com, domain-mixed",
        "аррӏе.com, domain-mixed",
        "paypаl.acme.com, domain-mixed"
    })
    void refused(String typed, String reason) {
        assertThatThrownBy(() -> WantedName.of(typed, PROOF, List.of())).hasMessage(reason);
    }

    @Test
    @DisplayName("N01: a label of 64 letters, a name of 254 and one without room for its proof are refused")
    void lengths() {
        assertThatThrownBy(() -> WantedName.of("a".repeat(64) + ".acme.com", PROOF, List.of()))
                .hasMessage("domain-invalid");
        var label = "a".repeat(60) + ".";
        assertThatThrownBy(() -> WantedName.of(label.repeat(4) + "a.acme.com", PROOF, List.of()))
                .hasMessage("domain-too-long");
        assertThatThrownBy(() -> WantedName.of(label.repeat(3) + "a".repeat(55) + ".acme.com", PROOF, List.of()))
                .hasMessage("domain-too-long");
        assertThatThrownBy(() -> WantedName.of("x".repeat(5_000), PROOF, List.of()))
                .hasMessage("domain-too-long");
        assertThat(WantedName.of(label.repeat(3) + "a".repeat(40) + ".acme.com", PROOF, List.of())
                        .host())
                .hasSize(232);
    }

    @ParameterizedTest
    @DisplayName("BY-5: a registered domain is told from the names below it")
    @CsvSource({
        "acme.com, true",
        "www.acme.com, false",
        "acme.co.uk, true",
        "help.acme.co.uk, false",
        "acme.github.io, true",
        "brand.example, true",
        "help.brand.example, false"
    })
    void apex(String host, boolean apex) {
        assertThat(WantedName.of(host, PROOF, List.of("example")).apex()).isEqualTo(apex);
    }

    @ParameterizedTest
    @DisplayName("N01: a name that looks like the platform's is told from one that is merely another")
    @ValueSource(strings = {"11enzo.app", "lienz0.app", "support.lienz0.app", "liеnzo.app"})
    void look_alikes(String host) {
        assertThat(LookAlikes.like(host, host.startsWith("11") ? "l1enzo.app" : "lienzo.app"))
                .isTrue();
        assertThat(LookAlikes.like("acme.com", "lienzo.app")).isFalse();
        assertThat(LookAlikes.like("lienzo.app", "lienzo.app")).isFalse();
    }
}
