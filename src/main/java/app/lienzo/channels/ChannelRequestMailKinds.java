package app.lienzo.channels;

import app.lienzo.mail.MailKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The letters to whoever asked for a channel: one bean for each answer, as the port wants them.
class ChannelRequestMailKinds {
    static final String ACTIVATED = "channels-request-activated";
    static final String DECLINED = "channels-request-declined";

    /// @param path where it leads
    record Kind(String name, String path) implements MailKind {
        @Override
        public List<String> values() {
            return List.of("name", "number", "space", "reason", "link");
        }

        @Override
        public Map<String, String> sample(Locale language) {
            return Map.of(
                    "name", "Ana Pérez", "number", "+34600123456", "space", "Acme", "reason", "4711", "link", path);
        }
    }

    @Produces
    @Singleton
    MailKind activated() {
        return new Kind(ACTIVATED, ChannelRequestService.PATH);
    }

    @Produces
    @Singleton
    MailKind declined() {
        return new Kind(DECLINED, ChannelRequestService.PATH);
    }
}
