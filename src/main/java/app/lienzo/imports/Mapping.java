package app.lienzo.imports;

import app.lienzo.fields.FieldView;
import app.lienzo.kernel.Refused;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which column is what.
final class Mapping {
    private Mapping() {}

    /// What the headers suggest, each target once.
    static Map<Integer, String> guess(ImportKind kind, List<String> headers, List<FieldView> fields) {
        var found = new LinkedHashMap<Integer, String>();
        var given = new HashSet<String>();
        for (int i = 0; i < headers.size(); i++) {
            var header = plain(headers.get(i));
            var meant = fields.stream()
                    .filter(field -> plain(field.label()).equals(header)
                            || plain(field.key()).equals(header))
                    .map(field -> Target.FIELD + field.key())
                    .findFirst()
                    .or(() -> Target.meant(kind, header).map(Target::code));
            if (meant.isPresent() && given.add(meant.get())) found.put(i, meant.get());
        }
        return found;
    }

    /// What somebody chose, where it is possible.
    ///
    /// @throws Refused `import-column-twice`, `import-name-missing` when no column can tell who it is
    static Map<Integer, String> checked(
            ImportKind kind, List<String> headers, List<FieldView> fields, Map<String, String> typed) {
        var possible = new HashSet<String>();
        Target.of(kind).forEach(target -> possible.add(target.code()));
        fields.forEach(field -> possible.add(Target.FIELD + field.key()));
        var chosen = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < headers.size(); i++) {
            var target = typed.getOrDefault(String.valueOf(i), "");
            if (!possible.contains(target)) continue;
            if (chosen.containsValue(target)) throw Refused.invalid("import-column-twice", headers.get(i));
            chosen.put(i, target);
        }
        var needed = kind.ofContacts()
                ? Set.of(
                        Target.NAME.code(),
                        Target.FIRST_NAME.code(),
                        Target.LAST_NAME.code(),
                        Target.EMAIL.code(),
                        Target.PHONE.code(),
                        Target.MOBILE.code())
                : Set.of(Target.NAME.code());
        if (chosen.values().stream().noneMatch(needed::contains)) throw Refused.invalid("import-name-missing");
        return chosen;
    }

    static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
