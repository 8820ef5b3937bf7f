package app.lienzo.whitelabel.web;

import app.lienzo.branding.BrandService;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.MailTemplateService;
import app.lienzo.mail.Sheet;
import app.lienzo.mail.ShownMails;
import app.lienzo.ui.Languages;
import app.lienzo.whitelabel.DraftService;
import app.lienzo.whitelabel.PreviewPart;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Pages in the look of the draft: the product's own templates and stylesheets, in a frame that runs nothing. For
/// whoever may change the brand, and inside of the editor only.
@Path("/organization/white-label/preview/{part}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class PreviewResource {
    private final DraftService drafts;
    private final BrandService brands;
    private final Samples samples;
    private final MailTemplateService mails;
    private final ShownMails shown;
    private final CurrentMember current;
    private final Languages languages;

    PreviewResource(
            DraftService drafts,
            BrandService brands,
            Samples samples,
            MailTemplateService mails,
            ShownMails shown,
            CurrentMember current,
            Languages languages) {
        this.drafts = drafts;
        this.brands = brands;
        this.samples = samples;
        this.mails = mails;
        this.shown = shown;
        this.current = current;
        this.languages = languages;
    }

    /// @param theme `dark` for the dark one
    @GET
    public Response page(@RestPath String part, @RestQuery @Nullable String theme) {
        var wanted = PreviewPart.named(part).orElseThrow(Refused::notFound);
        brands.show(drafts.look());
        boolean dark = "dark".equals(theme);
        return switch (wanted) {
            case SIGN_IN, PHONE -> Still.page(samples.signIn(), dark);
            case CONSOLE -> Still.page(samples.console(current.get()), dark);
            case PORTAL -> Still.page(samples.portal(current.get()), dark);
            case WIDGET -> Still.page(samples.widget(), dark);
            case MAIL -> Still.mail(shown.withPictures(mail().html()));
            case MAIL_TEXT -> Still.text(mail().text());
            case TAB -> throw Refused.notFound();
        };
    }

    private Sheet mail() {
        var language = languages.current();
        var all = mails.list(language);
        // One with a greeting and a button shows the most of the brand.
        var kind = all.stream()
                .filter(listed -> listed.kind().equals("recovery-welcome"))
                .findFirst()
                .orElse(all.getFirst())
                .kind();
        return mails.preview(kind, language, mails.open(kind, language).text());
    }
}
