package app.lienzo.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What somebody may be called who is known by his address only.
final class SuggestedNames {
    private static final int NUMBERED_MAX = 60;
    private static final int LENGTH_MAX = 60;

    private SuggestedNames() {}

    /// User names to be tried one after the other, the nicest first.
    static List<String> userNames(String email) {
        var plain = Normalizer.normalize(local(email), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "")
                .replaceAll("^[^\\p{L}\\p{N}]+", "");
        var cut = plain.length() > LENGTH_MAX ? plain.substring(0, LENGTH_MAX) : plain;
        return Stream.of(cut, "user")
                .filter(name -> name.length() > 1)
                .distinct()
                .flatMap(name -> Stream.concat(
                        Stream.of(name), IntStream.rangeClosed(2, NUMBERED_MAX).mapToObj(number -> name + number)))
                .toList();
    }

    /// `ana.perez@…` reads as Ana Perez.
    static String fullName(String email) {
        return Arrays.stream(local(email).split("[._-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// Without what stands behind a plus.
    private static String local(String email) {
        var local = email.substring(0, email.lastIndexOf('@'));
        int plus = local.indexOf('+');
        return plus > 0 ? local.substring(0, plus) : local;
    }
}
