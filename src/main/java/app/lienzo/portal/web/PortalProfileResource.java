package app.lienzo.portal.web;

import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.OwnDetails;
import app.lienzo.contacts.OwnFileService;
import app.lienzo.identity.NewPassword;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.portalaccess.PortalPasswordService;
import app.lienzo.portalaccess.PortalSessionService;
import app.lienzo.portalaccess.PortalSessionView;
import app.lienzo.portalaccess.PortalSite;
import app.lienzo.portalaccess.PortalSiteService;
import app.lienzo.portalaccess.SignedInContact;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A customer's own file, as far as he writes it: name, telephone, language, time zone; his password; where he is
/// signed
/// in.
@Path(PortalResource.PATH + "/profile")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(CurrentContact.PERMISSION)
public class PortalProfileResource {
    private final PortalSiteService sites;
    private final CurrentContact current;
    private final OwnFileService files;
    private final PortalSessionService sessions;
    private final PortalPasswordService passwords;
    private final Languages languages;

    PortalProfileResource(
            PortalSiteService sites,
            CurrentContact current,
            OwnFileService files,
            PortalSessionService sessions,
            PortalPasswordService passwords,
            Languages languages) {
        this.sites = sites;
        this.current = current;
        this.files = files;
        this.sessions = sessions;
        this.passwords = passwords;
        this.languages = languages;
    }

    /// @param version of the file he looked at
    public record ProfileForm(
            @RestForm @Nullable String name,
            @RestForm @Nullable String phone,
            @RestForm @Nullable String language,
            @RestForm @Nullable String timeZone,
            @RestForm @Nullable String version) {
        static ProfileForm of(ContactFile file) {
            var own = OwnDetails.of(file);
            return new ProfileForm(
                    own.name(),
                    own.phone(),
                    own.language(),
                    own.timeZone(),
                    Integer.toString(file.contact().version()));
        }

        OwnDetails details() {
            return new OwnDetails(said(name), said(phone), language, timeZone);
        }

        int looked() {
            return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
        }

        private static String said(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /// @param done what was just done; empty for nothing
    /// @param fault what was wrong; null for nothing
    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalProfilePage(
            PortalSite site,
            ContactFile file,
            ProfileForm form,
            List<Locale> languages,
            List<String> zones,
            List<PortalSessionView> sessions,
            String done,
            @Nullable String fault)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PortalOwnPasswordPage(PortalSite site, String email, NewPassword.Faults faults)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestPath String slug, @RestQuery @Nullable String done) {
        var site = sites.enter(slug);
        var me = current.get();
        var file = files.require(me.contact());
        return page(site, me, file, ProfileForm.of(file), done == null ? "" : done, null);
    }

    @POST
    public Response change(@RestPath String slug, @BeanParam ProfileForm form) {
        var site = sites.enter(slug);
        var me = current.get();
        try {
            files.change(me.contact(), form.details(), form.looked());
            return to(site, "saved");
        } catch (Refused refused) {
            var fault = Problem.of(refused, languages.current(), "").detail();
            return Pages.unprocessable(page(site, me, files.require(me.contact()), form, "", fault));
        }
    }

    /// The language alone, as the list of what is missing asks for it.
    @POST
    @Path("language")
    public Response language(@RestPath String slug, @RestForm @Nullable String language) {
        var site = sites.enter(slug);
        var me = current.get();
        var file = files.require(me.contact());
        var before = OwnDetails.of(file);
        var chosen = languages.choose(language == null ? "" : language).map(Locale::getLanguage);
        files.change(
                me.contact(),
                new OwnDetails(before.name(), before.phone(), chosen.orElse(before.language()), before.timeZone()),
                file.contact().version());
        return Pages.seeOther(site.path() + "/support");
    }

    @GET
    @Path("password")
    public TemplateInstance password(@RestPath String slug) {
        return new PortalOwnPasswordPage(sites.enter(slug), current.get().email(), NewPassword.Faults.NONE);
    }

    @POST
    @Path("password")
    public Response changePassword(
            @RestPath String slug,
            @RestForm("current") @Nullable String before,
            @RestForm @Nullable String password,
            @RestForm @Nullable String repeat) {
        var site = sites.enter(slug);
        var me = current.get();
        var entered = NewPassword.of(password, repeat);
        var faults = entered.faults();
        if (!faults.none()) return Pages.unprocessable(new PortalOwnPasswordPage(site, me.email(), faults));
        try {
            passwords.change(me, before == null ? "" : before, entered.password());
            return to(site, "password");
        } catch (Refused refused) {
            var problem = Problem.of(refused, languages.current(), "");
            return Response.status(problem.status())
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(new PortalOwnPasswordPage(site, me.email(), faults.ofCurrent(problem.detail())))
                    .build();
        }
    }

    @POST
    @Path("sessions/{id}/end")
    public Response end(@RestPath String slug, @RestPath String id) {
        var site = sites.enter(slug);
        var me = current.get();
        var session = Ids.read(id).orElseThrow(Refused::notFound);
        sessions.end(me, session);
        return session.equals(me.session()) ? Pages.seeOther(site.path() + "/sign-in?ended=1") : to(site, "ended");
    }

    @POST
    @Path("sessions/end-others")
    public Response endOthers(@RestPath String slug) {
        var site = sites.enter(slug);
        sessions.endOthers(current.get());
        return to(site, "ended");
    }

    private PortalProfilePage page(
            PortalSite site,
            SignedInContact me,
            ContactFile file,
            ProfileForm form,
            String done,
            @Nullable String fault) {
        var zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
        return new PortalProfilePage(site, file, form, languages.getChoice(), zones, sessions.of(me), done, fault);
    }

    private static Response to(PortalSite site, String done) {
        return Pages.seeOther(site.path() + "/profile?done=" + done);
    }
}
