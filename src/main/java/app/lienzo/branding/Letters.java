package app.lienzo.branding;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Scanner;

/// Outlines of capital letters and digits, 1000 units per em. Servers often have no fonts at all, and
/// these need none.
final class Letters {
    private static final Properties OUTLINES = load();

    private Letters() {}

    /// The outline of a letter without its accents; nothing for other scripts.
    static Optional<Path2D> outline(String letter) {
        var plain = Normalizer.normalize(letter, Normalizer.Form.NFD);
        if (plain.isEmpty()) return Optional.empty();
        var outline = OUTLINES.getProperty(plain.substring(0, 1).toUpperCase(Locale.ROOT));
        return Optional.ofNullable(outline).map(Letters::path);
    }

    /// Reads the commands M, L, Q, C and Z as SVG has them.
    private static Path2D path(String commands) {
        var path = new Path2D.Double();
        for (var command : commands.split("(?=[MLQCZ])")) {
            var numbers = new Scanner(command.substring(1)).useLocale(Locale.ROOT);
            switch (command.charAt(0)) {
                case 'M' -> path.moveTo(numbers.nextInt(), numbers.nextInt());
                case 'L' -> path.lineTo(numbers.nextInt(), numbers.nextInt());
                case 'Q' -> path.quadTo(numbers.nextInt(), numbers.nextInt(), numbers.nextInt(), numbers.nextInt());
                case 'Z' -> path.closePath();
                default -> throw new IllegalStateException("Unknown command: " + command);
            }
        }
        return path;
    }

    private static Properties load() {
        var letters = new Properties();
        try (var file = Letters.class.getResourceAsStream("/branding/letters.properties")) {
            if (file == null) throw new IllegalStateException("No letters in the class path");
            letters.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
