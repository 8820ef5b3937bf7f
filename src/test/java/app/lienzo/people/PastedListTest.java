package app.lienzo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.identity.PasswordRule;
import app.lienzo.kernel.PhoneNumber;
import app.lienzo.kernel.Refused;
import app.lienzo.people.PastedAddresses.Pasted;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of what people paste and type.
class PastedListTest {

    @Test
    @DisplayName("BY-7: addresses are found between commas, spaces, lines and names")
    void addresses_are_found() {
        assertThat(PastedAddresses.read("a@x.example, b@x.example;c@x.example\r\nd@x.example e@x.example"))
                .extracting(Pasted::address)
                .containsExactly("a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example");
        assertThat(PastedAddresses.read("Ana Pérez <ana@x.example>, \"Gil, Leo\" <leo@x.example>\nb@x.example"))
                .contains(new Pasted("Ana Pérez", "ana@x.example"), new Pasted("", "b@x.example"))
                .extracting(Pasted::address)
                .contains("leo@x.example");
        assertThat(PastedAddresses.read(" \n,;  ")).isEmpty();
        assertThat(PastedAddresses.read("nonsense")).containsExactly(new Pasted("", "nonsense"));
    }

    @Test
    @DisplayName("BY-7: a user name is made of the address, and further ones when it is taken")
    void user_names_are_suggested() {
        assertThat(SuggestedNames.userNames("Ana.Perez+x@x.example"))
                .startsWith("ana.perez", "ana.perez2", "ana.perez3")
                .contains("user");
        assertThat(SuggestedNames.userNames("!!@x.example")).startsWith("user", "user2");
        assertThat(SuggestedNames.fullName("ana.perez@x.example")).isEqualTo("Ana Perez");
    }

    @ParameterizedTest
    @CsvSource({
        "+34 600 12 34 56, , , +34600123456",
        "600 12 34 56, es, Europe/Madrid, +34600123456",
        "601 5550123, es, America/Bogota, +576015550123",
        "(11) 91234-5678, pt, , +5511912345678",
        "0034600123456, , Europe/Madrid, +34600123456"
    })
    @DisplayName("B2-4: a telephone number is kept in its international form")
    void numbers_are_international(String typed, String language, String zone, String kept) {
        assertThat(PhoneNumber.read(typed, language, zone)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "12", "call me", "600123456", "+999999999999999999", "=1+1"})
    @DisplayName("B2-4: what is no telephone number is refused")
    void nonsense_is_no_number(String typed) {
        assertThatThrownBy(() -> PhoneNumber.read(typed, null, null))
                .isInstanceOf(Refused.class)
                .hasMessage("phone-invalid");
    }

    @Test
    void a_temporary_password_keeps_the_rule_and_is_never_the_same() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            var password = TemporaryPassword.next();
            assertThat(PasswordRule.missing(password)).isEmpty();
            assertThat(seen.add(password)).isTrue();
        }
    }
}
