package app.lienzo.files;

/// Width and height in pixels, as a person sees the picture.
record PictureSize(int width, int height) {}
