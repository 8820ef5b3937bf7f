package app.lienzo.whitelabel.web;

import app.lienzo.identity.SignInOption;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.spaces.SpaceService;
import app.lienzo.spaces.SpaceView;
import app.lienzo.tenancy.Scope;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Problem;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages with something on them, to be looked at in a brand: the real ones where they can stand alone, otherwise ones
/// that are made of the same parts.
@ApplicationScoped
class Samples {
    private final SpaceService spaces;
    private final Scope scope;
    private final Languages languages;
    private final List<SignInOption> options;

    Samples(SpaceService spaces, Scope scope, Languages languages, @All List<SignInOption> options) {
        this.spaces = spaces;
        this.scope = scope;
        this.languages = languages;
        this.options = options;
    }

    /// What the sign-in page is made of.
    @CheckedTemplate(basePath = "whitelabel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInSample(
            String next,
            String userName,
            @Nullable Problem problem,
            boolean ended,
            List<SignInOption.Offer> offers,
            boolean withPassword)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "whitelabel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConsoleSample(SignedIn me) implements TemplateInstance {}

    /// What a portal's page is made of.
    public record Portal(
            SpaceView space,
            Vocabulary vocabulary,
            @Nullable String chat) {}

    @CheckedTemplate(basePath = "whitelabel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalSample(Portal portal, String here) implements TemplateInstance {}

    @CheckedTemplate(basePath = "whitelabel", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WidgetSample() implements TemplateInstance {}

    TemplateInstance signIn() {
        var offers = options.stream()
                .map(option -> option.offer(languages.current()))
                .flatMap(Optional::stream)
                .toList();
        return new SignInSample("/", "", null, false, offers, true);
    }

    TemplateInstance console(SignedIn me) {
        return new ConsoleSample(me);
    }

    TemplateInstance portal(SignedIn me) {
        var organization = scope.organization();
        var space = spaces.of(me).stream()
                .findFirst()
                .orElseGet(() -> new SpaceView(Ids.next(), "portal", organization.name(), null, null, null, 0));
        var vocabulary = space.vocabulary() == null ? organization.vocabulary() : space.vocabulary();
        return new PortalSample(new Portal(space, vocabulary, null), "/");
    }

    TemplateInstance widget() {
        return new WidgetSample();
    }
}
