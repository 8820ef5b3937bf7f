package app.lienzo.identity.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.Notice;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SessionService;
import app.lienzo.identity.SessionView;
import app.lienzo.identity.SignedIn;
import app.lienzo.identity.Theme;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// One's own account: language, theme, sound, and where one is signed in.
@Path("/profile")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class ProfileResource {
    private final CurrentMember current;
    private final MemberService members;
    private final SessionService sessions;
    private final Languages languages;

    ProfileResource(CurrentMember current, MemberService members, SessionService sessions, Languages languages) {
        this.current = current;
        this.members = members;
        this.sessions = sessions;
        this.languages = languages;
    }

    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProfilePage(
            SignedIn member,
            List<SessionView> sessions,
            List<Locale> languages,
            List<Theme> themes,
            List<Notice> notices)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return new ProfilePage(
                current.get(),
                sessions.of(current.get()),
                languages.getChoice(),
                List.of(Theme.values()),
                List.of(Notice.values()));
    }

    @POST
    public Response prefer(
            @RestForm @Nullable String language,
            @RestForm @Nullable String theme,
            @RestForm @Nullable String sound,
            @RestForm List<String> notify) {
        var known = language == null
                ? null
                : Languages.offered(language).map(Locale::getLanguage).orElse(null);
        members.prefer(current.get(), known, theme(theme), sound != null, notices(notify));
        return Pages.seeOther("/profile");
    }

    @POST
    @Path("sessions/{id}/end")
    public Response end(@RestPath String id) {
        var me = current.get();
        var session = Ids.read(id).orElseThrow(Refused::notFound);
        sessions.end(me, session);
        return Pages.seeOther(session.equals(me.session()) ? "/sign-in?ended=1" : "/profile");
    }

    @POST
    @Path("sessions/end-others")
    public Response endOthers() {
        sessions.endOthers(current.get());
        return Pages.seeOther("/profile");
    }

    private static Set<Notice> notices(List<String> names) {
        return Arrays.stream(Notice.values())
                .filter(notice -> names.contains(notice.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Theme theme(@Nullable String name) {
        try {
            return name == null ? Theme.AUTO : Theme.valueOf(name);
        } catch (IllegalArgumentException _) {
            return Theme.AUTO;
        }
    }
}
