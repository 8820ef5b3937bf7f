package app.lienzo.tickets;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;

/// What people type into a ticket's short fields, as it is kept.
final class TicketTexts {
    private static final int KEY_MAX = 200;

    private TicketTexts() {}

    /// What somebody calls his own ticket or entry by.
    static String key(String said) {
        return SafeText.line(SafeText.cut(said, 4 * KEY_MAX), KEY_MAX);
    }

    /// @throws Refused `ticket-subject-missing`, `ticket-subject-too-long`
    static String subject(String typed, int max) {
        var subject = SafeText.line(SafeText.cut(typed, 4 * max), 4 * max);
        if (subject.isEmpty()) throw Refused.invalid("ticket-subject-missing");
        if (subject.length() > max) throw Refused.invalid("ticket-subject-too-long", max);
        return subject;
    }
}
