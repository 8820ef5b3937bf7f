package app.lienzo.portal.web;

import app.lienzo.kernel.Refused;
import java.util.Locale;

/// What is wrong with a new ticket and where.
///
/// @param field `subject`, `text`, `company`, `files`, the key of a custom field; empty for the whole
record NewTicketFault(String field, String text) {
    static final NewTicketFault NONE = new NewTicketFault("", "");

    static NewTicketFault of(Refused refused, Locale language) {
        return new NewTicketFault(field(refused), SaidToCustomer.of(refused, language));
    }

    private static String field(Refused refused) {
        var code = refused.refusal().code();
        var details = refused.details();
        if (code.startsWith("field-") && details.length > 1) return String.valueOf(details[1]);
        if (code.contains("subject")) return "subject";
        if (code.contains("text")) return "text";
        if (code.contains("company") || code.equals("portal-way-missing")) return "company";
        if (code.startsWith("file-") || code.startsWith("attachment") || code.startsWith("image-")) return "files";
        return "";
    }
}
