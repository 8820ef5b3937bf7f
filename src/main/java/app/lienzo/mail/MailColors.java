package app.lienzo.mail;

import app.lienzo.branding.BrandView;

/// The colours of a mail, as `#rrggbb`: those of the brand with the contrast they need, on quiet ground.
///
/// @param brandInk text on the brand's colour
/// @param border around what is filled with the brand's colour, so that it is seen on white
/// @param link text in the brand's hue that can be read on white
/// @param linkDark the same on a dark surface
record MailColors(String brand, String brandInk, String border, String link, String linkDark) {
    static MailColors of(BrandView brand) {
        return new MailColors(brand.color(), brand.ink(), brand.border(), brand.text(), brand.textOnDark());
    }

    String ink() {
        return "#1b2430";
    }

    String inkSoft() {
        return "#5b6472";
    }

    String line() {
        return "#dfe3e8";
    }
}
