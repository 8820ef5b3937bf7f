package app.lienzo.spaces;

import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.UUID;

/// How customers are called where (SO-2). For templates: `{inject:vocabularies.in(space).contact}` is one
/// word by itself; a sentence asks a message with `{inject:vocabularies.of(space)}`, because "the user's"
/// is no word that can be put together.
@Named("vocabularies")
@ApplicationScoped
public class Vocabularies {
    private static final String WORDS = "vocabulary";

    private final KnownSpaces spaces;
    private final Scope scope;
    private final Languages languages;

    Vocabularies(KnownSpaces spaces, Scope scope, Languages languages) {
        this.spaces = spaces;
        this.scope = scope;
        this.languages = languages;
    }

    /// What the members of a space call those who write to it.
    ///
    /// @param contact a customer's person
    /// @param client whom he belongs to
    /// @param portal where he finds his tickets
    /// @param requester who asked for something
    public record CustomerWords(
            String contact, String contacts, String client, String clients, String portal, String requester) {
        /// The portal as it is called inside a sentence.
        public String portalWithin(Locale language) {
            return portal.substring(0, 1).toLowerCase(language) + portal.substring(1);
        }
    }

    /// The organization's for a space that has none of its own, and for one that nobody knows.
    public Vocabulary of(UUID space) {
        var known = spaces.all().get(space);
        return known == null || known.vocabulary() == null
                ? scope.organization().vocabulary()
                : known.vocabulary();
    }

    /// The words of a space in the reader's language.
    public CustomerWords in(UUID space) {
        return in(space, languages.current());
    }

    /// The words of a space in a language, for what is written to somebody else than who reads the page.
    public CustomerWords in(UUID space, Locale language) {
        return words(of(space), language);
    }

    /// The organization's, where no space is at hand.
    public CustomerWords getOrganization() {
        return words(scope.organization().vocabulary(), languages.current());
    }

    static CustomerWords words(Vocabulary vocabulary, Locale language) {
        return new CustomerWords(
                word(vocabulary, language, "contact"),
                word(vocabulary, language, "contacts"),
                word(vocabulary, language, "client"),
                word(vocabulary, language, "clients"),
                word(vocabulary, language, "portal"),
                word(vocabulary, language, "requester"));
    }

    private static String word(Vocabulary vocabulary, Locale language, String what) {
        return Words.text(WORDS, language, vocabulary.name() + "." + what);
    }
}
