package app.lienzo.leaks;

import app.lienzo.kernel.Refused;
import app.lienzo.leaks.Report.End;
import app.lienzo.tenancy.OrganizationService;
import app.lienzo.tenancy.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/// The operator's tool: looks through the hosts of the organizations that are named and says what was found, names
/// and all. Ends with 0 for nothing, 1 for findings, 2 for a scan that could not be made or did not see everything.
@Unremovable
@ApplicationScoped
public class BrandCheck implements QuarkusApplication {
    /// The first argument of the product's program that calls it.
    public static final String NAME = "brand-check";

    private static final int CLEAN = 0;
    private static final int FOUND = 1;
    private static final int UNKNOWN = 2;

    private final LeakService leaks;
    private final OrganizationService organizations;
    private final Scope scope;

    BrandCheck(LeakService leaks, OrganizationService organizations, Scope scope) {
        this.leaks = leaks;
        this.organizations = organizations;
        this.scope = scope;
    }

    /// @param arguments [#NAME], then slugs
    @Override
    public int run(String... arguments) {
        return check(Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length), System.out);
    }

    int check(List<String> slugs, PrintStream out) {
        if (slugs.isEmpty()) {
            out.println("Usage: " + NAME + " <organization> …");
            return UNKNOWN;
        }
        return slugs.stream().mapToInt(slug -> check(slug, out)).max().orElse(CLEAN);
    }

    private int check(String slug, PrintStream out) {
        var organization = organizations.named(slug);
        if (organization.isEmpty()) {
            out.println(slug + ": there is no such organization");
            return UNKNOWN;
        }
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return tell(slug, scope.call(organization.get(), leaks::look), out);
        } catch (Refused _) {
            out.println(slug + ": has no active Owner as whom to look");
            return UNKNOWN;
        } finally {
            context.terminate();
        }
    }

    private static int tell(String slug, Report report, PrintStream out) {
        out.printf(
                "%s: %d answers and mails of %s, %d KB, %d findings%s%n",
                slug,
                report.checked(),
                report.host(),
                report.bytes() / 1024,
                report.findings().size(),
                report.end() == End.WHOLE ? "" : ", not everything was seen");
        for (var finding : report.findings()) {
            out.printf(
                    "  %-6s %-12s %-9s %s [%s] names \"%s\": %s%n",
                    finding.severity(),
                    finding.kind(),
                    finding.surface(),
                    finding.path(),
                    finding.place(),
                    finding.name(),
                    finding.excerpt());
        }
        if (!report.findings().isEmpty()) return FOUND;
        return report.end() == End.WHOLE ? CLEAN : UNKNOWN;
    }
}
