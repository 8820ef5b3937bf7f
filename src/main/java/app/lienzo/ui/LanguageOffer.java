package app.lienzo.ui;

import java.util.List;
import java.util.Locale;

/// Port: which languages the organization at hand offers to its people.
public interface LanguageOffer {
    /// The first one is for those who choose nothing; empty for all that there are, with the organization's own first.
    List<Locale> languages();
}
