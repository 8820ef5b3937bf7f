package app.lienzo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What members may be called.
class UserNameTest {
    private static final String EMAIL = "ana@example.com";

    @ParameterizedTest
    @DisplayName("A11: spellings of one name are one name")
    @CsvSource({"Ana, ana", "' ana ', ana", "ＡＮＡ, ana", "ana\u200b.ruiz, ana.ruiz", "ANA@example.com, ana@example.com"})
    void spellings_are_folded(String typed, String name) {
        assertThat(UserName.checked(typed, EMAIL, OrganizationRole.MEMBER)).isEqualTo(name);
    }

    @Test
    @DisplayName("A11: names that look alike have one shape, whatever alphabet they are written in")
    void twins_have_one_shape() {
        assertThat(UserName.shape("\u0430\u0430\u0430")).isEqualTo(UserName.shape("aaa"));
        assertThat(UserName.shape("paypa1")).isEqualTo(UserName.shape("paypal"));
        assertThat(UserName.shape("ana")).isNotEqualTo(UserName.shape("ann"));
    }

    @ParameterizedTest
    @DisplayName("A11: mixed alphabets, spaces and signs are no user names")
    @ValueSource(strings = {"", "a", "an\u0430", "ana ruiz", "<b>", "a\nb c", "-ana", "ana!", "ana/ruiz", "😀😀"})
    void odd_names_are_refused(String typed) {
        refused(typed, "user-name-invalid");
    }

    @ParameterizedTest
    @DisplayName("A11: reserved names and the addresses of others are nobody's")
    @CsvSource({
        "System, user-name-reserved",
        "noreply, user-name-reserved",
        "bob@example.com, user-name-foreign-address"
    })
    void others_names_are_refused(String typed, String code) {
        refused(typed, code);
    }

    private static void refused(String typed, String code) {
        assertThatThrownBy(() -> UserName.checked(typed, EMAIL, OrganizationRole.MEMBER))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
