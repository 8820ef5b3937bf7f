package app.lienzo.secondfactor.web;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as one path of an SVG, with the quiet zone of four modules that readers need (ISO 18004).
///
/// @param side length of its view box
/// @param path one square for each dark module
record QrPicture(int side, String path) {
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y))
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
