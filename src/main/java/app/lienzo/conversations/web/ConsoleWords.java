package app.lienzo.conversations.web;

import app.lienzo.conversations.ConversationView;
import app.lienzo.ui.Languages;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Words of the console where no template is at hand.
@ApplicationScoped
class ConsoleWords {
    private final Languages languages;

    ConsoleWords(Languages languages) {
        this.languages = languages;
    }

    ConversationsMessages in(Locale language) {
        return language.equals(Languages.DEFAULT)
                ? MessageBundles.get(ConversationsMessages.class)
                : MessageBundles.get(ConversationsMessages.class, Localized.Literal.of(language.getLanguage()));
    }

    /// How a contact is called, also when he has not said his name.
    String name(ConversationView conversation) {
        var name = conversation.contactName();
        return name.isEmpty() ? in(languages.current()).visitor(conversation.number()) : name;
    }
}
