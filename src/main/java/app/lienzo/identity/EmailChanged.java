package app.lienzo.identity;

import java.util.UUID;

/// A member's e-mail address is another one now.
public record EmailChanged(UUID member, String before, String now) {}
