package app.lienzo.branding;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The icon of a brand that uploaded none: its first letter on its colour; a ring for names in other
/// scripts.
final class Icon {
    /// Raise it when the drawing changes, so that browsers fetch the new one.
    static final int DRAWING = 1;

    private static final double CORNER = 0.44;
    private static final double LETTER_HEIGHT = 0.5;

    private Icon() {}

    /// @param side in pixels
    static byte[] png(String initial, Palette palette, int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(color(palette.brand()));
        pen.fill(new RoundRectangle2D.Double(0, 0, side, side, CORNER * side, CORNER * side));
        pen.setColor(color(palette.ink()));
        pen.fill(Letters.outline(initial).map(letter -> centred(letter, side)).orElseGet(() -> ring(side)));
        pen.dispose();
        return write(image);
    }

    private static Shape centred(Path2D letter, int side) {
        var bounds = letter.getBounds2D();
        double scale = LETTER_HEIGHT * side / Math.max(bounds.getHeight(), 0.8 * bounds.getWidth());
        var place = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return place.createTransformedShape(letter);
    }

    private static Shape ring(int side) {
        var ring = new Area(circle(side, 0.28));
        ring.subtract(new Area(circle(side, 0.15)));
        return ring;
    }

    private static Shape circle(int side, double radius) {
        double corner = (0.5 - radius) * side;
        return new Ellipse2D.Double(corner, corner, 2 * radius * side, 2 * radius * side);
    }

    private static Color color(Rgb color) {
        return new Color(color.red(), color.green(), color.blue());
    }

    private static byte[] write(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
