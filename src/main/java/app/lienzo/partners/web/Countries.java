package app.lienzo.partners.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The countries of the world by their names.
final class Countries {
    private Countries() {}

    /// @param code ISO 3166
    record Country(String code, String name) {}

    static List<Country> in(Locale language) {
        var collator = Collator.getInstance(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(code, name(code, language)))
                .sorted(Comparator.comparing(Country::name, collator))
                .toList();
    }

    static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }
}
