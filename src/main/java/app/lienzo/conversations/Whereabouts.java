package app.lienzo.conversations;

/// Where a customer wrote from last.
///
/// @param page address of the page, empty when unknown
/// @param userAgent as his browser said it, empty when it did not
public record Whereabouts(String page, String userAgent) {}
