package app.lienzo.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.leaks.Finding;
import app.lienzo.leaks.LeakService;
import app.lienzo.leaks.Report;
import app.lienzo.leaks.Surface;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import app.lienzo.world.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scanner that Owners and operators use, over both samples.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BrandLeakTest {
    @Inject
    LeakService leaks;

    @Inject
    OrganizationService organizations;

    @Inject
    Scope scope;

    @ParameterizedTest
    @ValueSource(strings = {"aurora", "nimbus"})
    @DisplayName(
            "BY-1: whatever an organization's host answers and every mail it sends names neither the platform, nor what it is made of, nor another organization")
    void nothing_names_anybody_else(String slug) {
        var report = scope.call(organizations.named(slug).orElseThrow(), leaks::look);
        assertThat(report.findings().stream().map(Finding::toString)).isEmpty();
        assertThat(report.end()).isEqualTo(Report.End.WHOLE);
        assertThat(report.surfaces())
                .as("there was something to look at everywhere")
                .containsAll(EnumSet.complementOf(EnumSet.of(Surface.OTHER)));
        assertThat(report.asked())
                .contains(
                        "/console",
                        "/console/stream",
                        "/channels",
                        "/companies",
                        "/organization/support-plans",
                        "/tickets",
                        "/search",
                        "/tickets/new",
                        "/organization/people",
                        "/contacts",
                        "/contacts/new",
                        "/organization/spaces",
                        "/organization/white-label",
                        "/organization/mail",
                        "/organization/mail/templates",
                        "/organization/mail/sender",
                        "/organization/brand-check",
                        "/organization/setup",
                        "/organization/general",
                        "/organization/marketing",
                        "/organization/security",
                        "/organization/sso",
                        "/organization/scim",
                        "/organization/audit",
                        "/organization/calendars",
                        "/organization/calendars/new",
                        "/organization/response-times",
                        "/profile/tokens",
                        "/portal/principal",
                        "/portal/segundo",
                        "/portal/principal/sign-in",
                        "/portal/principal/forgot",
                        "/widget/v1/channels/" + slug + "-chat",
                        "/api/v1/spaces",
                        "/widget.js",
                        "/manifest.webmanifest",
                        "/nowhere")
                .hasSizeGreaterThan(100);
    }
}
