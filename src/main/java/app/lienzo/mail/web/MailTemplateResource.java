package app.lienzo.mail.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.mail.MailService;
import app.lienzo.mail.MailTemplateService;
import app.lienzo.mail.MailTemplateService.Listed;
import app.lienzo.mail.MailTemplateService.Opened;
import app.lienzo.mail.ShownMails;
import app.lienzo.mail.TemplateFault;
import app.lienzo.mail.TemplateText;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The texts of mails: a list, and an editor with a preview beside it.
@Path("/organization/mail/templates")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class MailTemplateResource {
    private final MailTemplateService templates;
    private final MailService mails;
    private final ShownMails shown;
    private final CurrentMember current;
    private final Languages languages;

    MailTemplateResource(
            MailTemplateService templates,
            MailService mails,
            ShownMails shown,
            CurrentMember current,
            Languages languages) {
        this.templates = templates;
        this.mails = mails;
        this.shown = shown;
        this.current = current;
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TemplatesPage(List<Listed> templates, List<Locale> languages) implements TemplateInstance {}

    /// @param subject what is wrong with the subject, in words
    /// @param body the same for the body
    /// @param sentTo the address a sample went to; null when none did
    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TemplatePage(
            Opened template,
            TemplateText text,
            List<Locale> languages,
            List<String> subject,
            List<String> body,
            boolean saved,
            @Nullable String sentTo)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        return new TemplatesPage(templates.list(languages.current()), Languages.OFFERED);
    }

    @GET
    @Path("{kind}/{language}")
    public Response edit(@RestPath String kind, @RestPath String language, @RestQuery @Nullable String saved) {
        var opened = templates.open(kind, offered(language));
        return page(200, opened, opened.text(), List.of(), saved != null, null);
    }

    @POST
    @Path("{kind}/{language}")
    public Response save(
            @RestPath String kind,
            @RestPath String language,
            @RestForm @Nullable String subject,
            @RestForm @Nullable String body) {
        var opened = templates.open(kind, offered(language));
        var text = text(subject, body);
        var faults = templates.save(current.get().actor(), kind, opened.language(), text);
        if (!faults.isEmpty()) return page(422, opened, text, faults, false, null);
        return Pages.seeOther(address(opened) + "?saved=1");
    }

    @POST
    @Path("{kind}/{language}/preview")
    public Response preview(
            @RestPath String kind,
            @RestPath String language,
            @RestForm @Nullable String subject,
            @RestForm @Nullable String body,
            @RestForm @Nullable String part) {
        var opened = templates.open(kind, offered(language));
        return preview(opened, text(subject, body), part);
    }

    @GET
    @Path("{kind}/{language}/preview")
    public Response preview(@RestPath String kind, @RestPath String language, @RestQuery @Nullable String part) {
        var opened = templates.open(kind, offered(language));
        return preview(opened, opened.text(), part);
    }

    /// Sends what is in the editor, stored or not, to whoever is editing.
    @POST
    @Path("{kind}/{language}/test")
    public Response test(
            @RestPath String kind,
            @RestPath String language,
            @RestForm @Nullable String subject,
            @RestForm @Nullable String body) {
        var opened = templates.open(kind, offered(language));
        var text = text(subject, body);
        var faults = templates.faults(kind, text);
        if (!faults.isEmpty()) return page(422, opened, text, faults, false, null);
        var me = current.get();
        mails.sendSample(me, kind, opened.language(), text);
        return page(200, opened, text, List.of(), false, me.email());
    }

    @POST
    @Path("{kind}/{language}/reset")
    public Response reset(@RestPath String kind, @RestPath String language) {
        var opened = templates.open(kind, offered(language));
        templates.reset(current.get().actor(), kind, opened.language());
        return Pages.seeOther(address(opened));
    }

    private Response preview(Opened opened, TemplateText text, @Nullable String part) {
        var faults = templates.faults(opened.kind(), text);
        if (faults.stream().anyMatch(TemplateFault::unreadable)) {
            return Framed.mail(plain(String.join("\n", words(faults, true)) + String.join("\n", words(faults, false))));
        }
        var sheet = templates.preview(opened.kind(), opened.language(), text);
        return Framed.mail("text".equals(part) ? plain(sheet.text()) : shown.withPictures(sheet.html()));
    }

    private static String plain(String text) {
        return "<!doctype html><html><head><meta name=\"color-scheme\" content=\"light dark\"></head><body>"
                + "<pre style=\"white-space:pre-wrap;font:14px/1.6 ui-monospace,Menlo,Consolas,monospace;margin:16px\">"
                + text.replace("&", "&amp;").replace("<", "&lt;")
                + "</pre></body></html>";
    }

    private Response page(
            int status,
            Opened opened,
            TemplateText text,
            List<TemplateFault> faults,
            boolean saved,
            @Nullable String sentTo) {
        return Framed.page(
                status,
                new TemplatePage(
                        opened, text, Languages.OFFERED, words(faults, true), words(faults, false), saved, sentTo));
    }

    private List<String> words(List<TemplateFault> faults, boolean subject) {
        return faults.stream()
                .filter(fault -> fault.subject() == subject)
                .map(fault -> Words.text(
                        "mail", languages.current(), "fault-" + fault.kind().name(), fault.value()))
                .toList();
    }

    private static String address(Opened opened) {
        return "/organization/mail/templates/" + opened.kind() + "/"
                + opened.language().getLanguage();
    }

    private static TemplateText text(@Nullable String subject, @Nullable String body) {
        return new TemplateText(subject == null ? "" : subject, body == null ? "" : body);
    }

    private static Locale offered(String language) {
        return Languages.offered(language).orElseThrow(Refused::notFound);
    }
}
