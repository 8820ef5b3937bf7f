package app.lienzo.files;

import app.lienzo.kernel.Refused;
import java.util.Set;

/// Turns an uploaded logo or portrait (PNG, JPEG or WebP) into a clean PNG: whatever else was in the
/// file, meta data or a second format, is gone. SVG is refused because it can carry scripts.
public final class CleanPicture {
    /// Bytes of an upload.
    public static final int BYTES_MAX = 1024 * 1024;

    private static final Set<String> TYPES = Set.of(MediaTypes.PNG, MediaTypes.JPEG, MediaTypes.WEBP);

    private CleanPicture() {}

    /// @param sideMax pixels on the longer side of the result; smaller pictures stay as they are
    /// @throws Refused `picture-too-large`, `picture-type-refused`, `image-too-large` or `image-broken`
    public static byte[] png(byte[] upload, int sideMax) {
        return Drawing.png(Drawing.fit(Pictures.decode(upload, checked(upload), sideMax), sideMax));
    }

    /// For large pictures that are looked at and not read: JPEG, or PNG where something is transparent.
    ///
    /// @throws Refused as [#png]
    public static byte[] photograph(byte[] upload, int sideMax) {
        return Drawing.small(Drawing.fit(Pictures.decode(upload, checked(upload), sideMax), sideMax));
    }

    /// The middle of the picture as a square, for faces.
    ///
    /// @param side pixels of the result
    /// @throws Refused as [#png]
    public static byte[] portrait(byte[] upload, int side) {
        // Decoding thins out by the longer side: a panorama has to keep enough of the shorter one.
        return Drawing.png(Drawing.cropped(Pictures.decode(upload, checked(upload), 4 * side), side));
    }

    private static String checked(byte[] upload) {
        if (upload.length > BYTES_MAX) throw Refused.tooLarge("picture-too-large", BYTES_MAX / 1024);
        var type = MediaTypes.detect(upload);
        if (!TYPES.contains(type)) throw Refused.invalid("picture-type-refused");
        Pictures.measure(upload, type, PictureLimits.USUAL);
        return type;
    }

    /// The whole picture inside a transparent square of this many pixels a side.
    ///
    /// @param png as [#png] gave it
    public static byte[] square(byte[] png, int side) {
        Pictures.measure(png, MediaTypes.PNG, PictureLimits.USUAL);
        return Drawing.png(Drawing.square(Pictures.decode(png, MediaTypes.PNG, side), side));
    }
}
