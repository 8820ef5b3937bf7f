package app.lienzo.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Which way up a camera held a JPEG: Exif tag 0x0112, values 1 to 8. Anything odd reads as 1, upright.
final class Orientation {
    static final int UPRIGHT = 1;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRIES_MAX = 200;

    private Orientation() {}

    static int read(byte[] jpeg) {
        try {
            return find(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return UPRIGHT;
        }
    }

    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /// What turns a picture of this size upright.
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int find(ByteBuffer jpeg) {
        int at = 2;
        while (at + 4 < jpeg.limit() && (jpeg.get(at) & 0xFF) == 0xFF) {
            int marker = jpeg.get(at + 1) & 0xFF;
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == 0xDA || length < 2) return UPRIGHT;
            if (marker == 0xE1 && startsWithExif(jpeg, at + 4)) return inTiff(jpeg.slice(at + 10, length - 8));
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean startsWithExif(ByteBuffer jpeg, int at) {
        return jpeg.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, ENTRIES_MAX);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) != ORIENTATION) continue;
            int value = tiff.getShort(entry + 8) & 0xFFFF;
            return value >= 1 && value <= 8 ? value : UPRIGHT;
        }
        return UPRIGHT;
    }
}
