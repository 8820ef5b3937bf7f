package app.lienzo.contacts;

import java.time.Instant;

/// Something on a contact's time line.
///
/// @param icon its picture in the icon font, without `ti-`
/// @param path where it is read
/// @param title what it is called: `#12`, a subject
/// @param text a line of it
/// @param state where it stands, in the reader's language
public record TimelineLine(String icon, String path, String title, String text, String state, Instant at) {}
