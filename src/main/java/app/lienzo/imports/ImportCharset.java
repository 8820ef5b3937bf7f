package app.lienzo.imports;

import app.lienzo.kernel.Refused;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Encodings that somebody can say a file is written in, when it was not found out. The names are IANA's.
public enum ImportCharset {
    UTF_8("UTF-8"),
    WESTERN("windows-1252"),
    CENTRAL_EUROPEAN("windows-1250"),
    CYRILLIC("windows-1251"),
    GREEK("windows-1253"),
    TURKISH("windows-1254"),
    HEBREW("windows-1255"),
    ARABIC("windows-1256"),
    BALTIC("windows-1257"),
    JAPANESE("Shift_JIS"),
    CHINESE("GB18030"),
    KOREAN("EUC-KR");

    private final String code;

    ImportCharset(String code) {
        this.code = code;
    }

    /// What somebody said, who may leave it to be found out.
    ///
    /// @param name in any case; nothing, or null, gives null
    /// @throws Refused `import-charset-unknown` with the names there are
    public static @Nullable ImportCharset said(@Nullable String name) {
        if (name == null || name.isBlank()) return null;
        return Stream.of(values())
                .filter(one -> one.code.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "import-charset-unknown",
                        Stream.of(values()).map(ImportCharset::code).collect(Collectors.joining(", "))));
    }

    /// IANA's name.
    public String code() {
        return code;
    }

    Charset charset() {
        return Charset.forName(code);
    }
}
