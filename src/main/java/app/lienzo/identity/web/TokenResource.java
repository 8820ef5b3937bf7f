package app.lienzo.identity.web;

import app.lienzo.identity.ApiTokenService;
import app.lienzo.identity.ApiTokenService.TokenView;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One's own tokens for programs.
@Path(TokenResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class TokenResource {
    static final String PATH = "/profile/tokens";

    private final ApiTokenService tokens;
    private final CurrentMember current;
    private final Languages languages;
    private final Links links;
    private final Clock clock;

    TokenResource(ApiTokenService tokens, CurrentMember current, Languages languages, Links links, Clock clock) {
        this.tokens = tokens;
        this.current = current;
        this.languages = languages;
        this.links = links;
        this.clock = clock;
    }

    /// @param ended whether one was just ended
    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TokensPage(List<Row> tokens, boolean ended) implements TemplateInstance {}

    /// @param permissions sorted; null for all
    /// @param over whether its time is over
    record Row(TokenView token, @Nullable List<Permission> permissions, boolean over) {
        static Row of(TokenView token, Instant now) {
            var limited = token.reach().permissions();
            var endsAt = token.endsAt();
            return new Row(
                    token,
                    limited == null ? null : limited.stream().sorted().toList(),
                    endsAt != null && !endsAt.isAfter(now));
        }
    }

    /// @param permissions rows the member has, which is what he can give
    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewTokenPage(
            CreateTokenForm form,
            List<Permission> permissions,
            List<TokenLifetime> lifetimes,
            @Nullable Problem problem)
            implements TemplateInstance {}

    /// @param secret shown this once
    @CheckedTemplate(basePath = "identity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TokenPage(TokenView token, String secret, String example) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String ended) {
        var now = clock.instant();
        return new TokensPage(
                tokens.of(current.get()).stream()
                        .map(token -> Row.of(token, now))
                        .toList(),
                ended != null);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        return form(CreateTokenForm.EMPTY, null);
    }

    @POST
    public Response create(
            @RestForm @Nullable String name,
            @RestForm @Nullable String limited,
            @RestForm List<String> permissions,
            @RestForm @Nullable String readOnly,
            @RestForm @Nullable String lifetime,
            @RestForm @Nullable String lastDay) {
        var me = current.get();
        var form = new CreateTokenForm(
                name == null ? "" : name,
                !"no".equals(limited),
                List.copyOf(permissions),
                readOnly != null,
                TokenLifetime.read(lifetime),
                lastDay);
        try {
            var made =
                    tokens.create(me, form.name(), form.reach(), form.lifetime().end(lastDay, zone(me), clock));
            return Response.ok(new TokenPage(made.token(), made.secret(), example(made.secret())))
                    .build();
        } catch (Refused refused) {
            return Pages.unprocessable(form(form, Problem.of(refused, languages.current(), "")));
        }
    }

    @POST
    @Path("{id}/end")
    public Response end(@RestPath String id) {
        tokens.end(current.get(), Ids.read(id).orElseThrow(Refused::notFound));
        return Pages.seeOther(PATH + "?ended=1");
    }

    private NewTokenPage form(CreateTokenForm form, @Nullable Problem problem) {
        var me = current.get();
        var own = Arrays.stream(Permission.values()).filter(me::may).toList();
        return new NewTokenPage(form, own, List.of(TokenLifetime.values()), problem);
    }

    private String example(String secret) {
        return "curl -H 'Authorization: Bearer " + secret + "' " + links.to("/api/v1/me");
    }

    private static ZoneId zone(SignedIn me) {
        return me.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(me.timeZone());
    }
}
