package app.lienzo.files;

import app.lienzo.kernel.Refused;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads PNG, JPEG, WebP and GIF with care: size and frames come from the headers and are judged before
/// a pixel is decoded, and a large picture is thinned out while it is read.
final class Pictures {
    private Pictures() {}

    /// @throws Refused `image-too-large` beyond the limits, `image-broken` when it is no picture of
    ///     this type
    static PictureSize measure(byte[] content, String mediaType, PictureLimits limits) {
        return read(content, mediaType, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (!limits.allow(width, height) || tooManyFrames(reader, mediaType, limits)) {
                throw Refused.invalid("image-too-large", limits.pixelsMax() / 1_000_000);
            }
            return Orientation.swapsSides(orientation(content, mediaType))
                    ? new PictureSize(height, width)
                    : new PictureSize(width, height);
        });
    }

    /// The first frame, upright, at most about twice `sideMax` on its longer side. Call [#measure]
    /// before.
    static BufferedImage decode(byte[] content, String mediaType, int sideMax) {
        return read(content, mediaType, reader -> {
            var how = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * sideMax));
            how.setSourceSubsampling(step, step, 0, 0);
            reader.addIIOReadWarningListener((_, warning) -> refuseHalf(warning));
            var image = reader.read(0, how);
            return Drawing.upright(image, orientation(content, mediaType));
        });
    }

    /// The JPEG decoder fills up what is missing of a truncated file and only warns.
    private static void refuseHalf(String warning) {
        if (warning.contains("Premature") || warning.contains("Truncated")) throw Refused.invalid("image-broken");
    }

    private interface Work<T> {
        T with(ImageReader reader) throws IOException;
    }

    /// Broken pictures make the decoders throw all kinds of exceptions; to the sender they are one.
    private static <T> T read(byte[] content, String mediaType, Work<T> work) {
        var reader = reader(mediaType);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, false, true);
            return work.with(reader);
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            throw Refused.invalid("image-broken");
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(String mediaType) {
        // Named here because a service look-up depends on the class loader of the moment.
        if (mediaType.equals(MediaTypes.WEBP)) return new WebPImageReaderSpi().createReaderInstance(null);
        var readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) throw Refused.invalid("image-broken");
        return readers.next();
    }

    private static boolean tooManyFrames(ImageReader reader, String mediaType, PictureLimits limits)
            throws IOException {
        return mediaType.equals(MediaTypes.GIF) && reader.getNumImages(true) > limits.framesMax();
    }

    private static int orientation(byte[] content, String mediaType) {
        return mediaType.equals(MediaTypes.JPEG) ? Orientation.read(content) : Orientation.UPRIGHT;
    }
}
