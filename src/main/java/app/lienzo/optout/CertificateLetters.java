package app.lienzo.optout;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The letters of one certificate, with what it uses of them in the file: DejaVu, and Unifont, which has all that there
/// are, where DejaVu lacks one. Not kept in memory: certificates are rare and the second one is large.
final class CertificateLetters {
    private static final String PLAIN = "DejaVuSans.ttf";
    private static final String BOLD = "DejaVuSans-Bold.ttf";
    private static final List<String> REST = List.of("unifont.otf", "unifont_upper.otf");

    private final BaseFont plain = read(PLAIN);
    private final BaseFont bold = read(BOLD);
    private final List<BaseFont> rest = new ArrayList<>();

    Phrase plain(String text, float size) {
        return phrase(plain, text, size);
    }

    Phrase bold(String text, float size) {
        return phrase(bold, text, size);
    }

    private Phrase phrase(BaseFont first, String text, float size) {
        var selector = new FontSelector();
        selector.addFont(new Font(first, size));
        if (!text.codePoints().allMatch(first::charExists))
            rest().forEach(font -> selector.addFont(new Font(font, size)));
        return selector.process(text);
    }

    private List<BaseFont> rest() {
        if (rest.isEmpty()) REST.forEach(name -> rest.add(read(name)));
        return rest;
    }

    private static BaseFont read(String name) {
        try (var packed = CertificateLetters.class.getResourceAsStream("/optout/fonts/" + name + ".gz")) {
            if (packed == null) throw new IllegalStateException("No letters: " + name);
            var bytes = new GZIPInputStream(packed).readAllBytes();
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
