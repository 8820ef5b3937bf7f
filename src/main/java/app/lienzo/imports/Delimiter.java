package app.lienzo.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;

/// What stands between the cells of a file: the sign that its first lines have equally often, and most of.
final class Delimiter {
    private static final char[] SIGNS = {',', ';', '\t', '|'};
    private static final int LINES = 10;
    private static final int LETTERS_MAX = 200_000;

    private Delimiter() {}

    static char of(Path file, Charset charset) throws IOException {
        var counts = new int[LINES][SIGNS.length];
        int lines = 0;
        boolean quoted = false;
        try (var text = new BufferedReader(Sheet.text(file, charset))) {
            for (int read = 0; read < LETTERS_MAX && lines < LINES; read++) {
                int letter = text.read();
                if (letter < 0) {
                    lines++;
                    break;
                }
                if (letter == '"') quoted = !quoted;
                if (quoted) continue;
                if (letter == '\n') lines++;
                else for (int i = 0; i < SIGNS.length; i++) if (letter == SIGNS[i]) counts[lines][i]++;
            }
        }
        return best(Arrays.copyOf(counts, Math.max(1, lines)));
    }

    private static char best(int[][] counts) {
        char best = SIGNS[0];
        int most = 0;
        for (int i = 0; i < SIGNS.length; i++) {
            int header = counts[0][i];
            int alike = 0;
            for (var line : counts) if (line[i] == header) alike++;
            int score = header * alike;
            if (score > most) {
                most = score;
                best = SIGNS[i];
            }
        }
        return best;
    }
}
