package app.lienzo.channels;

/// The same words in the three languages; a language without words takes another's.
public record Texts(String es, String en, String pt) {
    public static final Texts NONE = new Texts("", "", "");

    /// @param language two letters
    public String in(String language) {
        var wanted = switch (language) {
            case "en" -> en;
            case "pt" -> pt;
            default -> es;
        };
        if (!wanted.isEmpty()) return wanted;
        if (!es.isEmpty()) return es;
        return en.isEmpty() ? pt : en;
    }
}
