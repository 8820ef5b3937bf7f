package app.lienzo.domains;

import app.lienzo.domains.Findings.Proof;
import app.lienzo.kernel.Secrets;
import app.lienzo.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organization's claim to a host name, and what became of it. Two tracks move by themselves: whose it
/// is, and where it leads; the certificate is a third one, of others.
@Entity
@Table(name = "domain")
@SuppressWarnings("NullAway.Init")
class Domain extends TenantOwned {
    @Column(updatable = false)
    String host;

    @Column(name = "space_id", updatable = false)
    @Nullable
    UUID space;

    @Column(updatable = false)
    String token;

    @Enumerated(EnumType.STRING)
    Ownership ownership;

    @Enumerated(EnumType.STRING)
    Pointing pointing;

    @Column(name = "created_by", updatable = false)
    @Nullable
    UUID createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "proof_seen_at")
    @Nullable
    Instant proofSeenAt;

    @Column(name = "verified_at")
    @Nullable
    Instant verifiedAt;

    /// Since when it is answered; null while it is not.
    @Column(name = "active_at")
    @Nullable
    Instant activeAt;

    int contrary;

    @Column(name = "contrary_since")
    @Nullable
    Instant contrarySince;

    @Column(name = "moved_at")
    @Nullable
    Instant movedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    /// Mails written about its pointing elsewhere.
    int warned;

    /// Mails written about the present certificate's end.
    @Column(name = "certificate_warned")
    int certificateWarned;

    boolean contested;
    int attempts;

    @Column(name = "checked_at")
    @Nullable
    Instant checkedAt;

    /// Until then somebody who asked is looking.
    @Column(name = "looking_until")
    @Nullable
    Instant lookingUntil;

    @Column(name = "next_check_at")
    Instant nextCheckAt;

    @Column(name = "check_number")
    int checkNumber;

    @Nullable
    String findings;

    Domain() {}

    Domain(String host, @Nullable UUID space, @Nullable UUID by, Instant now) {
        this.host = host;
        this.space = space;
        this.token = Secrets.token();
        this.ownership = Ownership.CLAIMED;
        this.pointing = Pointing.WAITING;
        this.createdBy = by;
        this.createdAt = now;
        this.nextCheckAt = now;
    }

    /// Takes in what a look found. Whether a proved name can be had is not known here: see [#verify].
    List<Happening> look(Findings findings, Instant now, DomainConfig rules) {
        checkedAt = now;
        var happened = new ArrayList<Happening>();
        if (ownership == Ownership.CLAIMED) claim(findings.proof(), now, rules, happened);
        if (ownership == Ownership.VERIFIED) point(findings, now, rules, happened);
        return happened;
    }

    private void claim(Proof proof, Instant now, DomainConfig rules, List<Happening> happened) {
        if (proof == Proof.SEEN && proofSeenAt == null) {
            proofSeenAt = now;
            happened.add(Happening.PROOF_SEEN);
        } else if (proof == Proof.MISSING && proofSeenAt != null) {
            proofSeenAt = null;
            contested = false;
            happened.add(Happening.PROOF_GONE);
        }
        if (proofSeenAt == null && createdAt.plus(rules.claimMax()).isBefore(now)) {
            ownership = Ownership.EXPIRED;
            endedAt = now;
            happened.add(Happening.EXPIRED);
        }
    }

    /// Whether a proof has stood for as long as it takes against somebody who proved it before.
    boolean outweighs(Instant now, Duration takeOver) {
        return proofSeenAt != null && !proofSeenAt.plus(takeOver).isAfter(now);
    }

    void verify(Instant now) {
        ownership = Ownership.VERIFIED;
        verifiedAt = now;
        contested = false;
        attempts = 0;
    }

    /// Only a positive contrary answer counts against a name: one that could not be asked for, or is not
    /// there at all, says nothing about who else has it.
    void point(Findings findings, Instant now, DomainConfig rules, List<Happening> happened) {
        switch (findings.where()) {
            case HERE -> here(findings.proof(), happened);
            case ELSEWHERE -> elsewhere(now, happened);
            case PARTLY, NOWHERE, UNASKED -> {
                // The page says so; nothing follows from it.
            }
        }
        if (pointing == Pointing.POINTED
                && contrary >= rules.contraryMin()
                && contrarySince != null
                && !contrarySince.plus(rules.contraryTime()).isAfter(now)) {
            pointing = Pointing.MOVED;
            movedAt = now;
            happened.add(Happening.MOVED);
        }
        if (pointing == Pointing.MOVED
                && movedAt != null
                && !movedAt.plus(rules.grace()).isAfter(now)) {
            pointing = Pointing.QUARANTINED;
            activeAt = null;
            happened.add(Happening.QUARANTINED);
        }
    }

    private void here(Proof proof, List<Happening> happened) {
        if (pointing == Pointing.QUARANTINED && proof != Proof.SEEN) return;
        contrary = 0;
        contrarySince = null;
        if (pointing == Pointing.POINTED) return;
        happened.add(pointing == Pointing.WAITING ? Happening.POINTED : Happening.BACK);
        pointing = Pointing.POINTED;
        movedAt = null;
        warned = 0;
        attempts = 0;
    }

    private void elsewhere(Instant now, List<Happening> happened) {
        if (pointing != Pointing.POINTED) return;
        contrary++;
        if (contrarySince != null) return;
        contrarySince = now;
        happened.add(Happening.POINTS_ELSEWHERE);
    }

    /// Which of the three mails about a name that moved is due: at the start, in the middle, at the end.
    int warningDue(Instant now, Duration grace) {
        if (movedAt == null || pointing == Pointing.POINTED) return 0;
        if (pointing == Pointing.QUARANTINED) return 3;
        return movedAt.plus(grace.dividedBy(2)).isAfter(now) ? 1 : 2;
    }

    void end(Ownership how, Instant now) {
        ownership = how;
        endedAt = now;
        activeAt = null;
    }

    /// Whether it may have a certificate: proved, and leading here as far as anybody knows.
    boolean wantsCertificate() {
        return ownership == Ownership.VERIFIED && (pointing == Pointing.POINTED || pointing == Pointing.MOVED);
    }

    /// When to look again by itself: soon while somebody waits for it, each time later while nothing
    /// comes of it, now and then while all is well.
    Duration pause(DomainConfig rules) {
        if (ownership == Ownership.VERIFIED && pointing == Pointing.POINTED && activeAt != null)
            return contrary > 0 ? rules.recheckGood().dividedBy(2) : rules.recheckGood();
        if (pointing == Pointing.MOVED || pointing == Pointing.QUARANTINED)
            return rules.recheckGood().dividedBy(3);
        double factor = Math.pow(1.05, Math.min(attempts, 15)) * Math.pow(1.15, Math.clamp(attempts - 15L, 0, 60));
        var pause = Duration.ofMillis((long) (rules.recheckFirst().toMillis() * factor));
        return pause.compareTo(rules.recheckMax()) < 0 ? pause : rules.recheckMax();
    }
}
