package app.lienzo.mail;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.kernel.SafeText;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// The door to the texts of mails: the default ones, and those that an organization wrote in their place.
@ApplicationScoped
@Transactional
public class MailTemplateService {
    private final MailKinds kinds;
    private final MailTemplates templates;
    private final MailComposer composer;
    private final AuditTrail audit;
    private final Clock clock;

    MailTemplateService(
            MailKinds kinds, MailTemplates templates, MailComposer composer, AuditTrail audit, Clock clock) {
        this.kinds = kinds;
        this.templates = templates;
        this.composer = composer;
        this.audit = audit;
        this.clock = clock;
    }

    /// A kind of mail in the list of templates.
    ///
    /// @param title its subject, as a sample shows it
    /// @param own languages in which the organization wrote its own text
    public record Listed(String kind, String title, List<Locale> own) {}

    /// A template in the editor.
    ///
    /// @param title its subject as it is now, as a sample shows it
    /// @param values sample values by placeholder, in the order in which the kind names them
    public record Opened(
            String kind, String title, Locale language, TemplateText text, boolean own, List<Value> values) {}

    /// A placeholder.
    ///
    /// @param needed whether the text may not leave it out
    public record Value(String name, String sample, boolean needed) {}

    public List<Listed> list(Locale language) {
        var own = new HashSet<>(templates.all());
        return kinds.all().stream()
                .map(kind -> new Listed(
                        kind.name(),
                        sample(kind, text(kind, language), language).subject(),
                        Languages.OFFERED.stream()
                                .filter(offered ->
                                        own.contains(new MailTemplates.Key(kind.name(), offered.getLanguage())))
                                .toList()))
                .toList();
    }

    /// @throws app.lienzo.kernel.Refused when there is no such kind
    public Opened open(String kind, Locale language) {
        var known = kinds.require(kind);
        var own = templates.find(known.name(), language);
        var sample = kinds.sample(known, language);
        var text = own.orElseGet(() -> DefaultTexts.of(known, language));
        return new Opened(
                known.name(),
                sample(known, text, language).subject(),
                language,
                text,
                own.isPresent(),
                known.values().stream()
                        .map(name -> new Value(name, sample.getOrDefault(name, ""), MailKind.isLink(name)))
                        .toList());
    }

    public List<TemplateFault> faults(String kind, TemplateText text) {
        return TemplateFaults.of(text, kinds.require(kind));
    }

    /// What the mail would look like with sample values.
    public Sheet preview(String kind, Locale language, TemplateText text) {
        return sample(kinds.require(kind), text, language);
    }

    /// Stores a text, unless something is wrong with it.
    ///
    /// @return what is wrong; empty when it is stored
    public List<TemplateFault> save(Actor by, String kind, Locale language, TemplateText written) {
        var text = new TemplateText(SafeText.line(written.subject(), 1_000), SafeText.block(written.body()));
        var faults = faults(kind, text);
        if (faults.isEmpty()) {
            templates.save(kind, language, text, clock.instant());
            audit.record(by, "mail-template-changed", "mail-template", null);
        }
        return faults;
    }

    /// Goes back to the default text.
    public void reset(Actor by, String kind, Locale language) {
        if (templates.remove(kinds.require(kind).name(), language)) {
            audit.record(by, "mail-template-reset", "mail-template", null);
        }
    }

    TemplateText text(MailKind kind, Locale language) {
        return templates.find(kind.name(), language).orElseGet(() -> DefaultTexts.of(kind, language));
    }

    private Sheet sample(MailKind kind, TemplateText text, Locale language) {
        return composer.compose(kind, text, kinds.sample(kind, language), language);
    }
}
