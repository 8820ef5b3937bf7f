package app.lienzo.secondfactor.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.secondfactor.PolicyService;
import app.lienzo.secondfactor.SecondFactorPolicy;
import app.lienzo.secondfactor.SecondFactorService;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What an organization wants of its people's sign-ins.
@Path("/organization/security")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.Name.ORGANIZATION_SETTINGS)
public class SecurityResource {
    private final CurrentMember current;
    private final PolicyService policies;
    private final SecondFactorService factors;

    SecurityResource(CurrentMember current, PolicyService policies, SecondFactorService factors) {
        this.current = current;
        this.policies = policies;
        this.factors = factors;
    }

    /// @param own whether who looks has one himself
    @CheckedTemplate(basePath = "secondfactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecurityPage(SecondFactorPolicy policy, PolicyService.Spread spread, boolean own, boolean saved)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@RestQuery @Nullable String saved) {
        return new SecurityPage(
                policies.current(),
                policies.spread(),
                factors.isOn(current.get().member()),
                saved != null);
    }

    @POST
    public Response change(@RestForm @Nullable String required, @RestForm @Nullable String withSso) {
        policies.change(current.get(), new SecondFactorPolicy(required != null, withSso != null));
        return Pages.seeOther("/organization/security?saved=1");
    }
}
