package app.lienzo.secondfactor.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Refused;
import app.lienzo.secondfactor.PolicyService;
import app.lienzo.secondfactor.SecondFactorService;
import app.lienzo.secondfactor.SecondFactorView;
import app.lienzo.secondfactor.SetUp;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One's own second factor: setting it up, recovery codes, taking it off.
@Path(SecondFactorResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.OWN_ACCOUNT)
public class SecondFactorResource {
    static final String PATH = SecondFactorService.PROFILE_PAGE;

    private final CurrentMember current;
    private final MemberService members;
    private final SecondFactorService factors;
    private final PolicyService policies;
    private final Refusals refusals;

    SecondFactorResource(
            CurrentMember current,
            MemberService members,
            SecondFactorService factors,
            PolicyService policies,
            Refusals refusals) {
        this.current = current;
        this.members = members;
        this.factors = factors;
        this.policies = policies;
        this.refusals = refusals;
    }

    /// @param needed whether the organization wants everybody to have one
    /// @param withPassword whether the password can be asked for; who has none signs in afresh
    /// @param turnedOff whether it was just taken off
    @CheckedTemplate(basePath = "secondfactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecondFactorPage(
            SecondFactorView factor,
            boolean needed,
            boolean withPassword,
            boolean turnedOff,
            @Nullable Problem problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "secondfactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SetUpPage(
            SetUp setUp, QrPicture picture, @Nullable Problem problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "secondfactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CodesPage(ShownCodes shown) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String ended) {
        return page(ended != null, null);
    }

    @POST
    @Path("start")
    public Response start(@RestForm @Nullable String password, HttpServerRequest request) {
        try {
            factors.offer(current.get(), password, address(request));
            return Pages.seeOther(PATH + "/new");
        } catch (Refused refused) {
            return refusals.answer(refused, problem -> page(false, problem));
        }
    }

    @GET
    @Path("new")
    public Response setUp() {
        return factors.offered(current.get())
                .map(setUp -> Response.ok(shown(setUp, null)).build())
                .orElseGet(() -> Pages.seeOther(PATH));
    }

    @POST
    @Path("new")
    public Response confirm(@RestForm @Nullable String code, HttpServerRequest request) {
        var me = current.get();
        var offered = factors.offered(me);
        if (offered.isEmpty()) return Pages.seeOther(PATH);
        try {
            var codes = factors.confirm(me, code == null ? "" : code, address(request));
            return Response.ok(new CodesPage(new ShownCodes(me.userName(), codes, PATH)))
                    .build();
        } catch (Refused refused) {
            return refusals.answer(refused, problem -> shown(offered.get(), problem));
        }
    }

    @POST
    @Path("codes")
    public Response renewCodes(@RestForm @Nullable String password, HttpServerRequest request) {
        var me = current.get();
        try {
            var codes = factors.renewCodes(me, password, address(request));
            return Response.ok(new CodesPage(new ShownCodes(me.userName(), codes, PATH)))
                    .build();
        } catch (Refused refused) {
            return refusals.answer(refused, problem -> page(false, problem));
        }
    }

    @POST
    @Path("off")
    public Response turnOff(@RestForm @Nullable String password, HttpServerRequest request) {
        try {
            factors.switchOff(current.get(), password, address(request));
            return Pages.seeOther(PATH + "?ended=1");
        } catch (Refused refused) {
            return refusals.answer(refused, problem -> page(false, problem));
        }
    }

    private SecondFactorPage page(boolean turnedOff, @Nullable Problem problem) {
        var me = current.get();
        return new SecondFactorPage(
                factors.of(me.member()),
                policies.current().required(),
                members.require(me.member()).hasPassword(),
                turnedOff,
                problem);
    }

    private static SetUpPage shown(SetUp setUp, @Nullable Problem problem) {
        return new SetUpPage(setUp, QrPicture.of(setUp.uri()), problem);
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
