package app.lienzo.optout;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Signatures;
import app.lienzo.ui.Words;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// A paper that says that the organization is off the list. It names no brand: whoever shows it to his customers does
/// so in his own name, whatever letters his name is written in.
@ApplicationScoped
public class OptOutCertificate {
    private static final String WORDS = "optout";
    private static final int MARGIN = 72;
    private static final float TITLE = 20;
    private static final float TEXT = 11;
    private static final float SMALL = 9;
    private static final float LEADING = 1.35f;

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
        var letters = new CertificateLetters();
        var done = String.valueOf(request.endedBy());
        document.add(table(letters.bold(word(language, "certificate-title"), TITLE)));
        document.add(table(letters.plain(word(language, "certificate-text"), TEXT)));
        var facts = new PdfPTable(new float[] {3, 7});
        facts.setWidthPercentage(100);
        facts.setSpacingBefore(16);
        fact(facts, letters, word(language, "certificate-organization"), request.organizationName());
        fact(facts, letters, word(language, "certificate-number"), request.id().toString());
        fact(
                facts,
                letters,
                word(language, "certificate-requested"),
                word(language, "certificate-by", when(request.requestedAt(), language), request.requestedBy()));
        fact(
                facts,
                letters,
                word(language, "certificate-done"),
                word(language, "certificate-by", when(ended(request), language), done));
        fact(facts, letters, word(language, "certificate-code"), code(request));
        document.add(facts);
        document.add(table(letters.plain(word(language, "certificate-code-help"), SMALL)));
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

    private static void fact(PdfPTable facts, CertificateLetters letters, String name, String value) {
        facts.addCell(cell(letters.bold(name, TEXT)));
        facts.addCell(cell(letters.plain(value, TEXT)));
    }

    private static PdfPTable table(Phrase text) {
        var table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.addCell(cell(text));
        return table;
    }

    /// Each in the direction in which it is read, by its first letter.
    private static PdfPCell cell(Phrase text) {
        var cell = new PdfPCell(text);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingBottom(8);
        cell.setPaddingRight(8);
        cell.setLeading(0, LEADING);
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_DEFAULT);
        return cell;
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
