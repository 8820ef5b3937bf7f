package app.lienzo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which texts are e-mail addresses.
class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ana@example.com",
        "' ana@example.com ', ana@example.com",
        "Ana.Ruiz+soporte@Example.COM, Ana.Ruiz+soporte@example.com",
        "o'neill@example.ie, o'neill@example.ie",
        "josé@correo.example, josé@correo.example",
        "ana@correos.españa.example, ana@correos.xn--espaa-rta.example",
        "a@b.co, a@b.co"
    })
    void addresses_are_read_in_their_normal_form(String typed, String address) {
        assertThat(EmailAddress.read(typed)).contains(address);
    }

    @ParameterizedTest
    @DisplayName("M06: what is no address, or carries a second one or a line end, is none")
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.com",
                "ana@",
                "ana@localhost",
                "ana@example..com",
                "ana@-example.com",
                "ana@example.com, bob@example.com",
                "ana@example.com\r\nBcc: bob@example.com",
                "ana\n@example.com",
                "\"ana\"@example.com",
                "ana<bob@example.com>",
                "ana bob@example.com",
                ".ana@example.com",
                "ana.@example.com",
                "ana@example.c",
                "ana@127.0.0.1",
                "ana@[127.0.0.1]",
                "ana\u200b@example.com"
            })
    void other_texts_are_none(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    void an_address_has_a_length() {
        assertThat(EmailAddress.read("a".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.read("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b.".repeat(130) + "com")).isEmpty();
    }
}
