package app.lienzo.recovery;

import static app.lienzo.world.Tenant.AURORA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.identity.PasswordRule;
import app.lienzo.identity.PasswordRule.Missing;
import app.lienzo.world.Browser;
import app.lienzo.world.MailServer;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which passwords may be used (B2-3), through the form that a mailed link opens.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PasswordTableTest {
    private static final Map<Missing, String> WORDS = Map.of(
            Missing.LENGTH, "Usa al menos 10 caracteres.",
            Missing.LOWER_CASE, "Falta una letra minúscula.",
            Missing.UPPER_CASE, "Falta una letra mayúscula.",
            Missing.DIGIT, "Falta una cifra.",
            Missing.TOO_LONG, "Usa como mucho 1000 caracteres.");

    @Inject
    People people;

    static Stream<Arguments> table() {
        return Stream.of(
                row("nothing", "", "LENGTH LOWER_CASE UPPER_CASE DIGIT"),
                row("9 characters", "Abcdefgh1", "LENGTH"),
                row("no upper case", "abcdefghij1", "UPPER_CASE"),
                row("no lower case", "ABCDEFGHI1", "LOWER_CASE"),
                row("no digit", "Abcdefghij", "DIGIT"),
                row("the shortest", "Abcdefghi1", ""),
                row("64 characters", fit(64), ""),
                row("128 characters", fit(128), ""),
                row("129 characters", fit(129), ""),
                row("1000 characters", fit(1000), ""),
                row("1001 characters", fit(1001), "TOO_LONG"),
                row("spaces around and between", "  Correct horse 1  ", ""),
                row("spaces only", " ".repeat(12), "LOWER_CASE UPPER_CASE DIGIT"),
                row(
                        "emoji",
                        "Ab1\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                        ""),
                row("nine characters in eighteen units", "Ab1" + "\uD83D\uDE00".repeat(6), "LENGTH"),
                row("a full-width letter", "\uFF21bcdefghi1", ""),
                row("80 characters", "Aa1" + "x".repeat(69) + "8".repeat(8), ""),
                row("NUL", "Abcdefghi1\u0000x", ""));
    }

    private static Arguments row(String what, String password, String missing) {
        var classes = Arrays.stream(missing.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Missing::valueOf)
                .collect(Collectors.toSet());
        return Arguments.of(what, password, classes);
    }

    private static String fit(int length) {
        return "Aa1" + "x".repeat(length - 3);
    }

    @ParameterizedTest(name = "A03: {0}")
    @MethodSource("table")
    void a_password_is_taken_as_it_is_or_told_what_it_lacks(String what, String password, Set<Missing> missing) {
        assertThat(PasswordRule.missing(password)).isEqualTo(missing);
        var member = people.invited(AURORA);
        people.welcome(AURORA, member);
        var form = Form.open(AURORA, MailServer.await(member.email()).link());

        var answer = form.set(member.userName(), password, password);
        if (missing.isEmpty()) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(303);
            assertThat(signIn(member.userName(), password)).isEqualTo(303);
            assertThat(signIn(member.userName(), password.strip() + "x")).isEqualTo(422);
        } else {
            assertThat(answer.status()).isEqualTo(422);
            for (var part : Missing.values()) {
                if (missing.contains(part)) assertThat(answer.body()).contains(WORDS.get(part));
                else assertThat(answer.body()).doesNotContain(WORDS.get(part));
            }
            assertThat(answer.body()).contains("aria-invalid=\"true\"", "value=\"" + member.userName() + "\"");
            if (!password.isBlank()) assertThat(answer.body()).doesNotContain(password);
            assertThat(form.set(member.userName(), "Abcdefghi1", "Abcdefghi1").status())
                    .as("the link still works")
                    .isEqualTo(303);
        }
    }

    @Test
    @DisplayName("A03: nothing is cut, folded or trimmed: what is only almost the password is not the password")
    void almost_the_password_is_not_the_password() {
        var same72 = "Aa1" + "x".repeat(69);
        for (var pair : List.of(
                List.of(same72 + "8".repeat(8), same72 + "9".repeat(8)),
                List.of("\uFF21bcdefghi1", "Abcdefghi1b"),
                List.of("Abcdefghi1\u0000x", "Abcdefghi1\u0000y"),
                List.of("Abcdefghi1 ", "Abcdefghi1"))) {
            var member = people.somebody(AURORA);
            people.givePassword(AURORA, member.id(), pair.getFirst(), false);
            assertThat(signIn(member.userName(), pair.getLast())).isEqualTo(422);
            assertThat(signIn(member.userName(), pair.getFirst())).isEqualTo(303);
        }
    }

    @Test
    @DisplayName("B2-3: the two entries have to be equal, and the answer stands at the second")
    void both_entries_have_to_be_equal() {
        var member = people.invited(AURORA);
        people.welcome(AURORA, member);
        var answer = Form.open(AURORA, MailServer.await(member.email()).link())
                .set(member.userName(), "Abcdefghi1", "Abcdefghi2");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"repeat-error\"", "Las dos contraseñas no son iguales.");
    }

    private static int signIn(String userName, String password) {
        return Browser.at(AURORA).signIn(userName, password).status();
    }
}
