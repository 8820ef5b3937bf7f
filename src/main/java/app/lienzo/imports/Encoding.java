package app.lienzo.imports;

import com.ibm.icu.text.CharsetDetector;
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

/// In which encoding a file is written: by its mark, by its zeros, as UTF-8 when it is that, or as it looks.
final class Encoding {
    private static final int SAMPLE = 256 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Encoding() {}

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
        return isUtf8(file) ? StandardCharsets.UTF_8 : looked(sample);
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
    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
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
        var found = new CharsetDetector().setText(sample).detect();
        if (found == null || found.getName().startsWith("ISO-8859-1")) return WESTERN;
        try {
            return Charset.forName(found.getName());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return WESTERN;
        }
    }
}
