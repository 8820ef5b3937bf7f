package app.lienzo.leaks;

import app.lienzo.identity.PassService;
import app.lienzo.leaks.Report.End;
import app.lienzo.spaces.SpaceService;
import app.lienzo.tenancy.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks at everything that the host of the organization at hand answers, as an Owner and as a stranger, and at its
/// mails. Changes nothing; bounded by requests, bytes and time.
@ApplicationScoped
class HostScan {
    private static final List<String> BEGIN = List.of(
            "/",
            "/sign-in",
            "/forgot",
            "/forgot/sent",
            "/set-password",
            "/set-password/done",
            "/confirm-email",
            "/confirm-email/done",
            "/console",
            "/console?tray=closed",
            "/console?tray=in-progress",
            "/console/stream",
            "/channels",
            "/tickets/new",
            "/organization",
            "/profile",
            "/profile/access",
            "/profile/password",
            "/api/docs",
            "/api/openapi.json",
            "/api/v1/stream",
            "/scim/v2/ServiceProviderConfig",
            "/manifest.webmanifest",
            "/favicon.ico",
            "/robots.txt",
            "/sitemap.xml",
            "/.well-known/security.txt",
            "/.well-known/acme-challenge/nobody",
            "/widget.js",
            "/widget/v1/channels/nobody",
            "/language",
            "/sign-out",
            "/nowhere",
            "/portal/nowhere",
            "/api/v1/nowhere",
            "/api/v1/me",
            "/console/conversations",
            "/q/health",
            "/q/metrics",
            "/q/openapi",
            "/q/dev-ui",
            "/q/swagger-ui",
            "/webjars/htmx.org/2.0.10/dist/htmx.js",
            "/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
            "/META-INF/MANIFEST.MF",
            "/openapi",
            "/index.html");

    private final Loopback loopback;
    private final Suspects suspects;
    private final MailScan mails;
    private final PassService passes;
    private final SpaceService spaces;
    private final Links links;
    private final Clock clock;
    private final LeakConfig config;

    HostScan(
            Loopback loopback,
            Suspects suspects,
            MailScan mails,
            PassService passes,
            SpaceService spaces,
            Links links,
            Clock clock,
            LeakConfig config) {
        this.loopback = loopback;
        this.suspects = suspects;
        this.mails = mails;
        this.passes = passes;
        this.spaces = spaces;
        this.links = links;
        this.clock = clock;
        this.config = config;
    }

    /// @param owner as whom pages are looked at that strangers do not see
    Report scan(UUID owner, Watch watch) {
        var host = links.to("/").getHost();
        var judge = new Judge(suspects.on(host), host, config.findingsMax());
        try (var pass = passes.issue(owner, true, config.timeMax());
                var unseen = passes.issue(owner, false, config.timeMax())) {
            return new Walk(host, judge, watch, pass.token(), unseen.token()).all();
        }
    }

    /// One scan while it goes on.
    private final class Walk {
        private final String host;
        private final Judge judge;
        private final Watch watch;
        private final String pass;
        private final String unseen;
        private final Addresses addresses;
        private final Instant until = clock.instant().plus(config.timeMax());
        private final List<String> asked = new ArrayList<>();
        private int checked;
        private long bytes;
        private @Nullable End end;

        Walk(String host, Judge judge, Watch watch, String pass, String unseen) {
            this.host = host;
            this.judge = judge;
            this.watch = watch;
            this.pass = pass;
            this.unseen = unseen;
            this.addresses = new Addresses(host, config.alikeMax());
        }

        Report all() {
            checked += mails.scan(judge);
            Question.odd(host).forEach(odd -> look(odd, Viewer.STRANGER));
            addresses.add(begin());
            for (var path = addresses.next(); path != null && goesOn(); path = addresses.next()) visit(path);
            var how = end == null ? End.WHOLE : end;
            return new Report(host, checked, bytes, how, judge.findings(), List.copyOf(asked), judge.surfaces());
        }

        private List<String> begin() {
            var begin = new ArrayList<>(BEGIN);
            spaces.everywhere().forEach(space -> begin.add("/portal/" + space.slug()));
            return begin;
        }

        /// What is the same for everybody is looked at once.
        private void visit(String path) {
            asked.add(path);
            addresses.follow(path, look(Question.page(host, path, null), Viewer.STRANGER));
            if (path.startsWith("/assets/") || path.startsWith("/brand/") || path.startsWith("/widget")) return;
            // A stream that is open tells customers that somebody is there: whoever only looks is in no space.
            var question = Question.page(host, path, path.contains("/stream") ? unseen : pass);
            addresses.follow(path, look(question, Viewer.OWNER));
        }

        private Answer look(Question question, Viewer viewer) {
            var answer = loopback.ask(question);
            checked++;
            bytes += answer.content().length;
            judge.judge(question.path(), viewer, answer);
            return answer;
        }

        private boolean goesOn() {
            if (!watch.goesOn(checked, addresses.open() * 2)) end = End.CANCELED;
            else if (checked >= config.requestsMax()
                    || bytes >= config.bytesMax().asLongValue()
                    || clock.instant().isAfter(until)) end = End.LIMIT;
            return end == null;
        }
    }
}
