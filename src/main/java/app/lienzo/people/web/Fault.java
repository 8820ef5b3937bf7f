package app.lienzo.people.web;

/// What was wrong with one of the forms of a page.
///
/// @param at the form; empty for none
/// @param code of the refusal
/// @param text for people
record Fault(String at, String code, String text) {
    static final Fault NONE = new Fault("", "", "");
}
