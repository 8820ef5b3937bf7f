package app.lienzo.imports;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// @param name in any case
    public static Optional<ImportCharset> named(String name) {
        return Stream.of(values())
                .filter(one -> one.code.equalsIgnoreCase(name))
                .findFirst();
    }

    /// IANA's name.
    public String code() {
        return code;
    }

    Charset charset() {
        return Charset.forName(code);
    }
}
