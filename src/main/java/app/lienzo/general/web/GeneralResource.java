package app.lienzo.general.web;

import app.lienzo.general.GeneralService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.OrganizationView;
import app.lienzo.tenancy.Vocabulary;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.TimeZones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the organization is called and how it speaks.
@Path(GeneralResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class GeneralResource {
    static final String PATH = "/organization/general";

    private final CurrentMember current;
    private final GeneralService general;
    private final Languages languages;

    GeneralResource(CurrentMember current, GeneralService general, Languages languages) {
        this.current = current;
        this.general = general;
        this.languages = languages;
    }

    /// @param fault what is wrong with what was typed; null for nothing
    /// @param saved whether the member comes from saving
    @CheckedTemplate(basePath = "general", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GeneralPage(
            OrganizationView organization,
            GeneralForm form,
            List<Vocabulary> vocabularies,
            List<Locale> languages,
            List<String> zones,
            @Nullable String fault,
            boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance look(@RestQuery @Nullable String done) {
        var now = general.current(current.get());
        return page(now, GeneralForm.of(now), null, "saved".equals(done));
    }

    @POST
    public Response change(@BeanParam GeneralForm form) {
        var me = current.get();
        var now = general.current(me);
        try {
            general.change(me, form.seen(now), form.said(now));
            return Pages.seeOther(PATH + "?done=saved");
        } catch (Refused refused) {
            var fault = Problem.of(refused, languages.current(), "").detail();
            return Pages.unprocessable(page(now, again(form, now), fault, false));
        }
    }

    /// What was typed, beside what is there by now: saving once more means it.
    private static GeneralForm again(GeneralForm typed, OrganizationView now) {
        var fresh = GeneralForm.of(now);
        return new GeneralForm(
                typed.name(),
                typed.language(),
                typed.vocabulary(),
                typed.timeZone(),
                fresh.seenName(),
                fresh.seenLanguage(),
                fresh.seenVocabulary(),
                fresh.seenTimeZone());
    }

    private static GeneralPage page(OrganizationView now, GeneralForm form, @Nullable String fault, boolean saved) {
        return new GeneralPage(
                now, form, List.of(Vocabulary.values()), Languages.OFFERED, TimeZones.OFFERED, fault, saved);
    }
}
