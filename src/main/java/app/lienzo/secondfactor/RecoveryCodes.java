package app.lienzo.secondfactor;

import app.lienzo.tenancy.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Codes for the day the telephone is gone: 60 random bits each, in letters that cannot be taken for one another.
/// Stored is a signature under the installation's secret, so that a stolen database alone is no help in guessing.
@ApplicationScoped
class RecoveryCodes {
    static final int COUNT = 10;
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PURPOSE = "recovery-code";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signatures signatures;

    RecoveryCodes(Signatures signatures) {
        this.signatures = signatures;
    }

    List<String> make() {
        return Stream.generate(RecoveryCodes::one).distinct().limit(COUNT).toList();
    }

    /// @param code as it was typed
    String hash(UUID member, String code) {
        return signatures.sign(PURPOSE, member + "\n" + normalised(code));
    }

    /// Without what was put in between, in capital letters, and what looks like a digit taken for one.
    static String normalised(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s–—-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static String one() {
        return String.join(
                "-", IntStream.range(0, GROUPS).mapToObj(_ -> group()).toList());
    }

    private static String group() {
        var group = new StringBuilder(GROUP);
        for (int i = 0; i < GROUP; i++) group.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return group.toString();
    }
}
