package app.lienzo.tickets.web;

/// A column of the list.
///
/// @param key as it stands in addresses; custom fields begin with `field.`
/// @param label in the reader's language
/// @param shown whether it is chosen
record TicketColumn(String key, String label, boolean shown) {
    static final String FIELD = "field.";

    boolean custom() {
        return key.startsWith(FIELD);
    }

    String field() {
        return key.substring(FIELD.length());
    }
}
