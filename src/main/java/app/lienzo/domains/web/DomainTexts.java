package app.lienzo.domains.web;

import app.lienzo.acme.AcmeState;
import app.lienzo.acme.AcmeView;
import app.lienzo.certificates.CertificateSource;
import app.lienzo.certificates.CertificateView;
import app.lienzo.domains.DomainEvent;
import app.lienzo.domains.DomainStage;
import app.lienzo.domains.DomainView;
import app.lienzo.domains.Findings;
import app.lienzo.domains.Findings.FoundRecord;
import app.lienzo.domains.Findings.Match;
import app.lienzo.domains.Findings.RecordKind;
import app.lienzo.domains.RecordToMake;
import app.lienzo.ui.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says in a person's words where a name stands.
///
/// @param language of the reader
record DomainTexts(Locale language) {
    private static final String WORDS = "domains";

    /// A state as people see it: colour, picture and word say the same.
    record Badge(String tone, String icon, String text) {}

    /// A record to make beside what was found.
    ///
    /// @param id for the page to point at
    record Row(String id, RecordToMake record, List<String> found, boolean asked, Badge badge) {}

    /// A step of the history.
    record Step(Instant at, String text, String detail) {}

    Badge stage(DomainStage stage) {
        var text = word("stage-" + stage);
        return switch (stage) {
            case ACTIVE -> new Badge("good", "circle-check", text);
            case ATTENTION, CONTESTED -> new Badge("warn", "alert-triangle", text);
            case FAILED, QUARANTINED -> new Badge("bad", "circle-x", text);
            case WAITING_FOR_DNS, DNS_FOUND, ISSUING -> new Badge("note", "clock", text);
            case OVER -> new Badge("off", "archive", text);
        };
    }

    String next(DomainView domain) {
        return domain.open() ? word("next-" + domain.stage()) : word("over-" + domain.ownership());
    }

    /// In a list: what is wrong, rather than what everybody has to do.
    String first(DomainView domain) {
        var causes = causes(domain);
        return causes.isEmpty() ? next(domain) : causes.getFirst();
    }

    Badge dns(DomainView domain) {
        var findings = domain.findings();
        if (findings == null) return new Badge("note", "clock", word("dns-WAITING"));
        return switch (findings.where()) {
            case HERE -> new Badge("good", "circle-check", word("dns-RIGHT"));
            case PARTLY, ELSEWHERE -> new Badge("bad", "alert-triangle", word("dns-WRONG"));
            case NOWHERE -> new Badge("note", "clock", word("dns-WAITING"));
            case UNASKED -> new Badge("note", "help", word("dns-UNASKED"));
        };
    }

    List<String> causes(DomainView domain) {
        var findings = domain.findings();
        if (findings == null || !domain.open()) return List.of();
        return findings.causes().stream()
                .filter(cause -> !domain.active() || !cause.code().startsWith("proof-"))
                .map(cause -> word("cause-" + cause.code(), cause.detail()))
                .toList();
    }

    List<Row> rows(DomainView domain) {
        var rows = new ArrayList<Row>();
        for (var record : domain.records()) {
            var found = found(domain.findings(), record.kind());
            rows.add(new Row(
                    "record-" + rows.size(),
                    record,
                    found.map(FoundRecord::found).orElse(List.of()),
                    found.isPresent(),
                    match(found.map(FoundRecord::match).orElse(Match.UNASKED))));
        }
        return rows;
    }

    private Badge match(Match match) {
        var text = word("match-" + match);
        return switch (match) {
            case RIGHT -> new Badge("good", "circle-check", text);
            case WRONG -> new Badge("bad", "alert-triangle", text);
            case MISSING -> new Badge("note", "circle-dashed", text);
            case UNASKED -> new Badge("note", "help", text);
        };
    }

    private static Optional<FoundRecord> found(@Nullable Findings findings, RecordKind kind) {
        if (findings == null) return Optional.empty();
        return findings.records().stream()
                .filter(record -> record.kind() == kind)
                .findFirst();
    }

    Badge certificate(Optional<AcmeView> acme, Optional<CertificateView> serving) {
        if (serving.isPresent()) {
            boolean own = serving.get().source() == CertificateSource.UPLOADED;
            return new Badge("good", "circle-check", word(own ? "acme-UPLOADED" : "acme-LIVE"));
        }
        if (acme.isEmpty()) return new Badge("off", "circle-dashed", word("acme-NONE"));
        var state = acme.get().state();
        return switch (state) {
            case BLOCKED -> new Badge("bad", "circle-x", word("acme-" + state));
            case BACKOFF -> new Badge("warn", "alert-triangle", word("acme-" + state));
            case QUEUED, ORDERED, CHALLENGED, FINALIZING, LIVE -> new Badge("note", "clock", word("acme-" + state));
        };
    }

    /// Why it is not further; empty when nothing is wrong.
    String reason(Optional<AcmeView> acme, boolean serving) {
        if (acme.isEmpty()) return serving ? "" : word("certificate-none");
        var reason = acme.get().reason();
        if (reason == null || serving && acme.get().state() == AcmeState.LIVE) return "";
        if (Words.has(WORDS, "certificate-" + reason)) return word("certificate-" + reason);
        if (Words.has(WORDS, "cause-" + reason) || reason.startsWith("domain-")) return word("certificate-dns-first");
        if (reason.startsWith("authority-") || reason.startsWith("account-") || reason.startsWith("nonce-"))
            return word("certificate-authority");
        return word(reason.endsWith("-spent") ? "certificate-spent" : "certificate-other");
    }

    List<Step> history(List<DomainEvent> events) {
        return events.stream()
                .map(event -> new Step(event.at(), word("happening-" + event.happening()), event.detail()))
                .toList();
    }

    private String word(String key, Object... values) {
        return Words.text(WORDS, language, key, values);
    }
}
