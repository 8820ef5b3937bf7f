package app.lienzo.acme;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A host that shall have a certificate: the row that a worker holds under its lease. Changes are kept by
/// [Orders#save] and by nothing else.
final class CertificateOrder {
    private static final int DETAIL_MAX = 1_000;
    private static final Duration RENEWAL_MIN = Duration.ofHours(1);

    /// What is being ordered.
    ///
    /// @param sealedKey of the certificate to come, kept before the authority hears of it
    record Current(String url, byte[] sealedKey, Instant at) {}

    /// What was issued last.
    ///
    /// @param by the authority's name
    /// @param at by our clock
    /// @param renewAt when to order the next if the authority says nothing about it
    record Issued(String by, Instant at, byte[] leaf, Instant notBefore, Instant notAfter, Instant renewAt) {
        Duration life() {
            return Duration.between(notBefore, notAfter);
        }
    }

    final String organization;
    final String host;
    final long epoch;

    boolean wanted = true;
    AcmeState state = AcmeState.QUEUED;

    @Nullable
    String reason;

    @Nullable
    String detail;

    int attempts;
    /// Null for never.
    @Nullable
    Instant nextActionAt;

    @Nullable
    String authority;

    List<String> tried = List.of();

    @Nullable
    Current current;

    int polls;
    boolean triggered;
    boolean httpFailed;

    @Nullable
    Issued issued;

    @Nullable
    RenewalWindow window;

    /// When to ask the authority for its window again; null for at once.
    @Nullable
    Instant windowPollAt;

    boolean replacesRefused;

    /// Whether the last change is one for the history.
    boolean noteworthy;

    CertificateOrder(String organization, String host, long epoch) {
        this.organization = organization;
        this.host = host;
        this.epoch = epoch;
    }

    /// What may be changed and thrown away.
    CertificateOrder copy() {
        var copy = new CertificateOrder(organization, host, epoch);
        copy.become(this);
        return copy;
    }

    /// Takes over everything from a copy of this one.
    void become(CertificateOrder copy) {
        wanted = copy.wanted;
        state = copy.state;
        reason = copy.reason;
        detail = copy.detail;
        attempts = copy.attempts;
        nextActionAt = copy.nextActionAt;
        authority = copy.authority;
        tried = copy.tried;
        current = copy.current;
        polls = copy.polls;
        triggered = copy.triggered;
        httpFailed = copy.httpFailed;
        issued = copy.issued;
        window = copy.window;
        windowPollAt = copy.windowPollAt;
        replacesRefused = copy.replacesRefused;
        noteworthy = copy.noteworthy;
    }

    boolean renewal() {
        return issued != null;
    }

    boolean due(Instant now) {
        return nextActionAt != null && !nextActionAt.isAfter(now);
    }

    /// Goes on to the next state at once.
    void advance(AcmeState next, Instant now) {
        change(next, null, null);
        polls = 0;
        nextActionAt = now;
    }

    /// Waits where it is.
    void wait(@Nullable Reason why, @Nullable String words, Instant until) {
        if (why != null) change(state, why.code(), words);
        nextActionAt = until;
    }

    /// Waits in the queue.
    void queue(@Nullable String why, @Nullable String words, Instant until) {
        giveUp(AcmeState.QUEUED, why, words);
        nextActionAt = until;
    }

    void backOff(String why, @Nullable String words, Instant until) {
        giveUp(AcmeState.BACKOFF, why, words);
        nextActionAt = until;
        tried = List.of();
        attempts++;
    }

    /// Not ready: no attempt was spent.
    void notReady(String why, @Nullable String words, Instant until) {
        giveUp(AcmeState.BACKOFF, why, words);
        nextActionAt = until;
    }

    /// @param again null for never by itself
    void block(String why, @Nullable String words, @Nullable Instant again) {
        giveUp(AcmeState.BLOCKED, why, words);
        nextActionAt = again;
    }

    /// Whatever was ordered is ordered no more.
    private void giveUp(AcmeState next, @Nullable String why, @Nullable String words) {
        change(next, why, words);
        current = null;
        triggered = false;
    }

    void ordered(String at, Current order, Instant now) {
        authority = at;
        current = order;
        triggered = false;
        advance(AcmeState.ORDERED, now);
    }

    void live(Issued certificate) {
        change(AcmeState.LIVE, null, null);
        issued = certificate;
        current = null;
        attempts = 0;
        polls = 0;
        triggered = false;
        tried = List.of();
        window = null;
        windowPollAt = null;
        replacesRefused = false;
        nextActionAt = certificate.notBefore();
    }

    void tried(String name) {
        var more = new ArrayList<>(tried);
        more.add(name);
        tried = List.copyOf(more);
    }

    /// When the certificate at hand is to be replaced: the time chosen in the authority's window, but not
    /// when hardly any life is left; without a window the time chosen when it was issued. Not at once in
    /// any case: where clocks or windows are wrong by years, that would never end.
    Instant renewAt(Issued certificate) {
        var wished = window == null ? certificate.renewAt() : window.chosen();
        var latest = RenewalTime.latest(certificate.notBefore(), certificate.notAfter());
        var soonest = certificate.at().plus(RENEWAL_MIN);
        var chosen = wished.isBefore(latest) ? wished : latest;
        return chosen.isBefore(soonest) ? soonest : chosen;
    }

    private void change(AcmeState next, @Nullable String why, @Nullable String words) {
        var bounded = words == null || words.length() <= DETAIL_MAX ? words : words.substring(0, DETAIL_MAX);
        noteworthy |=
                next != state || !java.util.Objects.equals(why, reason) || !java.util.Objects.equals(bounded, detail);
        state = next;
        reason = why;
        detail = bounded;
    }
}
