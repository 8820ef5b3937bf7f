package app.lienzo.branding;

/// What does not depend on the brand: the quiet colours that everything lies on. The same values stand
/// in `tokens.css`.
///
/// @param surface cards, lists
/// @param ground behind them
/// @param ink text
/// @param inkSoft text of less weight
/// @param softShare how much brand is in a tinted surface
/// @param lineShare how much brand is in a tinted line
/// @param railShare how much brand is in the navigation rail
/// @param railGround the rest of the rail
record Theme(
        Rgb surface,
        Rgb ground,
        Rgb ink,
        Rgb inkSoft,
        double softShare,
        double lineShare,
        double railShare,
        Rgb railGround) {
    static final Theme LIGHT = new Theme(
            Rgb.WHITE, Rgb.of("#f5f6f8"), Rgb.of("#1b2430"), Rgb.of("#5b6472"), 0.10, 0.30, 0.40, Rgb.of("#10151c"));
    static final Theme DARK = new Theme(
            Rgb.of("#161b22"),
            Rgb.of("#0f1319"),
            Rgb.of("#e6e9ee"),
            Rgb.of("#a8b0bd"),
            0.26,
            0.55,
            0.22,
            Rgb.of("#0b0e13"));
}
