package app.lienzo.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Turns, shrinks and writes decoded pictures. What comes out holds pixels and nothing else.
final class Drawing {
    private Drawing() {}

    static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == Orientation.UPRIGHT) return image;
        boolean swap = Orientation.swapsSides(orientation);
        int width = swap ? image.getHeight() : image.getWidth();
        int height = swap ? image.getWidth() : image.getHeight();
        return draw(
                image,
                width,
                height,
                Orientation.upright(orientation, image.getWidth(), image.getHeight()),
                image.getColorModel().hasAlpha());
    }

    /// Smaller with the same proportions; never larger.
    static BufferedImage fit(BufferedImage image, int sideMax) {
        double scale = Math.min(1, (double) sideMax / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return scaled(image, width, height, image.getColorModel().hasAlpha());
    }

    /// The whole picture in the middle of a transparent square.
    static BufferedImage square(BufferedImage image, int side) {
        var fitted = fit(halved(image, side, side), side);
        var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var pen = pen(square);
        pen.drawImage(fitted, (side - fitted.getWidth()) / 2, (side - fitted.getHeight()) / 2, null);
        pen.dispose();
        return square;
    }

    /// What a square of this side shows of the middle, once the shorter side fills it.
    static BufferedImage cropped(BufferedImage image, int side) {
        int shorter = Math.min(image.getWidth(), image.getHeight());
        var middle = image.getSubimage(
                (image.getWidth() - shorter) / 2, (image.getHeight() - shorter) / 2, shorter, shorter);
        return scaled(middle, side, side, image.getColorModel().hasAlpha());
    }

    static byte[] png(BufferedImage image) {
        return write(image, "png");
    }

    /// JPEG for photographs, PNG where something is transparent.
    static byte[] small(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? png(image) : write(image, "jpeg");
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, boolean alpha) {
        var start = halved(image, width, height);
        var scale = AffineTransform.getScaleInstance(
                (double) width / start.getWidth(), (double) height / start.getHeight());
        return draw(start, width, height, scale, alpha);
    }

    /// Halving until the last step is small keeps thin lines that one big step would lose.
    private static BufferedImage halved(BufferedImage image, int width, int height) {
        var result = image;
        while (result.getWidth() >= 2 * width && result.getHeight() >= 2 * height) {
            result = draw(
                    result,
                    result.getWidth() / 2,
                    result.getHeight() / 2,
                    AffineTransform.getScaleInstance(
                            (double) (result.getWidth() / 2) / result.getWidth(),
                            (double) (result.getHeight() / 2) / result.getHeight()),
                    image.getColorModel().hasAlpha());
        }
        return result;
    }

    private static BufferedImage draw(BufferedImage image, int width, int height, AffineTransform how, boolean alpha) {
        var result = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = pen(result);
        pen.drawImage(image, how, null);
        pen.dispose();
        return result;
    }

    private static Graphics2D pen(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return pen;
    }

    private static byte[] write(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) throw new IllegalStateException("No writer for " + format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
