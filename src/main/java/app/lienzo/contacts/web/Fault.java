package app.lienzo.contacts.web;

import app.lienzo.kernel.Refused;

/// What is wrong with a form, and at which field.
///
/// @param field empty for none in particular
/// @param key of a custom field; empty for none
/// @param text for people
public record Fault(String field, String key, String text) {
    static final Fault NONE = new Fault("", "", "");

    static Fault of(Refused refused, String text) {
        var code = refused.refusal().code();
        var details = refused.details();
        var field = switch (code) {
            case "contact-nameless" -> "name";
            case "contact-email-invalid", "contact-email-taken", "contact-emails-too-many" -> "email";
            case "phone-invalid", "contact-phones-too-many" -> "number";
            case "time-zone-unknown" -> "timeZone";
            case "language-unknown" -> "language";
            case "contact-company-unknown", "company-unknown", "contact-companies-too-many", "plan-too-small" -> "firm";
            case "tags-too-many" -> "tags";
            case "contact-notes-too-long" -> "notes";
            case "field-required", "field-invalid" -> "custom";
            default -> "";
        };
        return new Fault(field, field.equals("custom") && details.length > 1 ? String.valueOf(details[1]) : "", text);
    }
}
