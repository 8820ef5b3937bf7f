package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import app.lienzo.ui.Problem;
import java.util.Locale;

/// Why something was refused, in words for a customer: he knows of no keys.
final class SaidToCustomer {
    private SaidToCustomer() {}

    static String of(Refused refused, Locale language) {
        boolean sent = refused.refusal().code().equals("ticket-key-reused");
        return Problem.of(sent ? Refused.conflict("portal-sent-before") : refused, language, "")
                .detail();
    }
}
