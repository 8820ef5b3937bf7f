package app.lienzo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PasswordHashingTest {
    private static final String PASSWORD = "Contraseña larga 2026";

    @Inject
    PasswordHashing passwords;

    @Test
    @DisplayName("A password is kept as Argon2id with its parameters and a salt of its own, and known again")
    void a_password_is_known_again() {
        var hash = passwords.hash(PASSWORD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches(PASSWORD, null)).isFalse();
        assertThat(passwords.matches("\ud800 is half a letter", passwords.hash("\ud800 is half a letter")))
                .isTrue();
        assertThat(passwords.matches("x".repeat(100_000), hash)).isFalse();
    }

    @Test
    @DisplayName("So is one that another implementation of RFC 9106 hashed before")
    void a_foreign_hash_is_known() {
        var before =
                "$argon2id$v=19$m=19456,t=2,p=1$Kju05sY9itWBCbgTuVPtzA$okIyEK+ufexP6rsC5lo2gf4HusOy13RYla0VZhKK0k8";
        assertThat(passwords.matches(PASSWORD, before)).isTrue();
        assertThat(passwords.matches("Contraseña corta 2026", before)).isFalse();
    }
}
