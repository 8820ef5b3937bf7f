package app.lienzo.imports;

import app.lienzo.kernel.Refused;
import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// In which encoding a file is written: by its mark, by its zeros, as UTF-8 when it is that, or as it looks.
final class Encoding {
    private static final int SAMPLE = 256 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /// What is taken for western text, and western text for it, when there are few accents to tell them by.
    private static final Set<String> LIKE_WESTERN = Set.of("ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254");
    /// Of a hundred: so much surer the detector has to be before something that reads well as western is not.
    private static final int LEAD_MIN = 20;

    private static final Pattern ODD =
            Pattern.compile("[þÞðÐýÝ]|\\p{L}[³¹£¯¥]|[³¹£¯¥]\\p{L}|\\p{L}[\\p{S}¿§¶¼½¾\\u0080-\\u009f]\\p{L}");

    private Encoding() {}

    /// As somebody said it is.
    ///
    /// @throws Refused `import-charset-wrong` when the file has bytes that are no letters in it
    static Charset said(Path file, ImportCharset said) throws IOException {
        if (!isWrittenIn(file, said.charset())) throw Refused.invalid("import-charset-wrong", said.code());
        return said.charset();
    }

    static Charset of(Path file) throws IOException {
        byte[] sample;
        try (var in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (starts(sample, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        if (starts(sample, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        if (starts(sample, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        int even = zeros(sample, 0);
        int odd = zeros(sample, 1);
        // Half of the bytes of western text in UTF-16 are zero, always the same half.
        if (odd > sample.length / 5 && even < odd / 10) return StandardCharsets.UTF_16LE;
        if (even > sample.length / 5 && odd < even / 10) return StandardCharsets.UTF_16BE;
        return isWrittenIn(file, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : looked(sample);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) if (bytes[i] == 0) zeros++;
        return zeros;
    }

    /// All of it: one letter in another encoding may stand anywhere.
    private static boolean isWrittenIn(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BUFFER);
        var letters = CharBuffer.allocate(BUFFER);
        try (var channel = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                if (decoder.decode(bytes, letters, end).isError()) return false;
                bytes.compact();
                letters.clear();
            }
            return true;
        }
    }

    private static Charset looked(byte[] sample) {
        var found = new CharsetDetector().setText(sample).detectAll();
        if (found.length == 0) return WESTERN;
        var name = found[0].getName();
        if (isWestern(name)) return WESTERN;
        if (LIKE_WESTERN.contains(name)
                && found[0].getConfidence() - western(found) < LEAD_MIN
                && readsWell(new String(sample, WESTERN))) return WESTERN;
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return WESTERN;
        }
    }

    private static boolean isWestern(String name) {
        return name.equals("ISO-8859-1") || name.equals(WESTERN.name());
    }

    private static int western(CharsetMatch[] found) {
        return Stream.of(found)
                .filter(match -> isWestern(match.getName()))
                .mapToInt(CharsetMatch::getConfidence)
                .max()
                .orElse(0);
    }

    /// Polish and Turkish do not, read as western: their letters become signs inside of words, or Icelandic.
    private static boolean readsWell(String text) {
        return !ODD.matcher(text).find();
    }
}
