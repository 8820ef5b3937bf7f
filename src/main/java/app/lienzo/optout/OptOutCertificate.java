package app.lienzo.optout;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Signatures;
import app.lienzo.ui.Words;
import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// A paper that says that the organization is off the list. It names no brand: whoever shows it to his customers does
/// so in his own name. Letters that the fonts built into every reader lack are left out.
@ApplicationScoped
public class OptOutCertificate {
    private static final String WORDS = "optout";
    private static final int MARGIN = 72;

    private final OptOutService requests;
    private final Signatures signatures;

    OptOutCertificate(OptOutService requests, Signatures signatures) {
        this.requests = requests;
        this.signatures = signatures;
    }

    /// A PDF about the organization at hand.
    ///
    /// @throws Refused not found while it is not done
    public byte[] pdf(Locale language) {
        var request = requests.current().filter(OptOutView::done).orElseThrow(Refused::notFound);
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, bytes);
            document.addTitle(word(language, "certificate-title"));
            document.open();
            write(document, request, language);
        } catch (DocumentException e) {
            throw new IllegalStateException("A certificate that cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void write(Document document, OptOutView request, Locale language) {
        document.add(new Paragraph(word(language, "certificate-title"), new Font(Font.HELVETICA, 22, Font.BOLD)));
        document.add(spaced(new Paragraph(word(language, "certificate-text"), new Font(Font.HELVETICA, 11))));
        line(document, language, "certificate-organization", request.organizationName());
        line(document, language, "certificate-number", request.id().toString());
        line(
                document,
                language,
                "certificate-requested",
                word(language, "certificate-by", when(request.requestedAt(), language), request.requestedBy()));
        line(
                document,
                language,
                "certificate-done",
                word(language, "certificate-by", when(ended(request), language), String.valueOf(request.endedBy())));
        line(document, language, "certificate-code", code(request));
        document.add(spaced(
                new Paragraph(word(language, "certificate-code-help"), new Font(Font.HELVETICA, 9, Font.ITALIC))));
    }

    /// What only the installation can make of this request.
    String code(OptOutView request) {
        return signatures.sign(
                "optout-certificate",
                request.organization() + "\n" + request.id() + "\n" + request.requestedAt() + "\n" + ended(request));
    }

    private static Instant ended(OptOutView request) {
        var ended = request.endedAt();
        if (ended == null) throw new IllegalStateException("Not done");
        return ended;
    }

    private static void line(Document document, Locale language, String key, String value) {
        var paragraph = new Paragraph();
        paragraph.setSpacingBefore(8);
        paragraph.add(new Chunk(word(language, key) + ": ", new Font(Font.HELVETICA, 11, Font.BOLD)));
        paragraph.add(new Chunk(value, new Font(Font.HELVETICA, 11)));
        document.add(paragraph);
    }

    private static Paragraph spaced(Paragraph paragraph) {
        paragraph.setSpacingBefore(16);
        paragraph.setSpacingAfter(12);
        return paragraph;
    }

    private static String when(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .localizedBy(language)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }

    private static String word(Locale language, String key, Object... values) {
        return Words.text(WORDS, language, key, values);
    }
}
