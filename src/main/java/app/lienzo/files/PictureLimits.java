package app.lienzo.files;

/// How large a picture may be, known before it is decoded.
///
/// @param pixelsMax width times height
/// @param sideMax pixels on either side
/// @param framesMax frames of an animation
record PictureLimits(long pixelsMax, int sideMax, int framesMax) {
    static final PictureLimits USUAL = new PictureLimits(25_000_000, 10_000, 1_000);

    boolean allow(int width, int height) {
        return width > 0 && height > 0 && width <= sideMax && height <= sideMax && (long) width * height <= pixelsMax;
    }
}
