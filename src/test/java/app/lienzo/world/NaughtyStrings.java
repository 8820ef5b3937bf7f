package app.lienzo.world;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// What went wrong in other people's forms: the Big List of Naughty Strings (X02).
public final class NaughtyStrings {
    private NaughtyStrings() {}

    public static List<String> all() {
        try (var list =
                Objects.requireNonNull(NaughtyStrings.class.getResourceAsStream("/naughty-strings/blns.json"))) {
            return new ObjectMapper().readValue(list, new TypeReference<List<String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
