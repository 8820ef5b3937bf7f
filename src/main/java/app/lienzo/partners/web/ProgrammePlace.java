package app.lienzo.partners.web;

import app.lienzo.partners.PartnerPaths;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Languages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where the programme page is for search engines: at an address of its own in each language.
///
/// @param canonical in the language at hand
/// @param others in every language, and the one that asks the browser
public record ProgrammePlace(String canonical, List<Other> others) {
    /// @param language as `hreflang` has it
    public record Other(String language, String address) {}

    static ProgrammePlace of(Links links, Locale language) {
        var translated = Languages.OFFERED.stream().map(each -> new Other(each.getLanguage(), address(links, each)));
        var negotiated = new Other("x-default", links.to(PartnerPaths.PROGRAMME).toString());
        return new ProgrammePlace(
                address(links, language),
                Stream.concat(translated, Stream.of(negotiated)).toList());
    }

    /// Where the language is the reader's choice.
    public String negotiated() {
        return PartnerPaths.PROGRAMME;
    }

    private static String address(Links links, Locale language) {
        return links.to(PartnerPaths.PROGRAMME + "/" + language.getLanguage()).toString();
    }
}
