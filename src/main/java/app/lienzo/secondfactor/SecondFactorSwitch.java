package app.lienzo.secondfactor;

import app.lienzo.audit.Actor;
import app.lienzo.audit.AuditTrail;
import app.lienzo.identity.AccessService;
import app.lienzo.identity.AccountService;
import app.lienzo.kernel.Refused;
import app.lienzo.secondfactor.SecondFactorChanged.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What changes once the proofs are there: rows, trail, sessions and event together or not at all.
@ApplicationScoped
@Transactional
class SecondFactorSwitch {
    private final SecondFactors factors;
    private final AccountService accounts;
    private final AccessService access;
    private final AuditTrail audit;
    private final Event<SecondFactorChanged> changes;

    SecondFactorSwitch(
            SecondFactors factors,
            AccountService accounts,
            AccessService access,
            AuditTrail audit,
            Event<SecondFactorChanged> changes) {
        this.factors = factors;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
        this.changes = changes;
    }

    List<String> on(Actor by, UUID member, UUID session, long step) {
        boolean before = factors.view(member).on();
        if (!factors.take(member, session, step)) throw Refused.conflict("second-factor-offer-gone");
        var codes = factors.renewCodes(member);
        endOthers(member, session);
        tell(by, member, before ? Change.REPLACED : Change.ON);
        return codes;
    }

    void off(Actor by, UUID member, @Nullable UUID kept, Change change) {
        if (!factors.remove(member)) throw Refused.conflict("second-factor-off");
        endOthers(member, kept);
        tell(by, member, change);
    }

    List<String> renewCodes(Actor by, UUID member) {
        if (!factors.view(member).on()) throw Refused.conflict("second-factor-off");
        var codes = factors.renewCodes(member);
        tell(by, member, Change.CODES_RENEWED);
        return codes;
    }

    /// @return whether the code was right
    boolean spendRecoveryCode(Actor by, UUID member, String code) {
        if (!factors.spend(member, code)) return false;
        tell(by, member, Change.CODE_USED);
        return true;
    }

    private void endOthers(UUID member, @Nullable UUID kept) {
        accounts.endSessions(member, kept);
        access.changed(member);
    }

    private void tell(Actor by, UUID member, Change change) {
        audit.record(
                by,
                switch (change) {
                    case ON -> "second-factor-on";
                    case REPLACED -> "second-factor-replaced";
                    case OFF -> "second-factor-off";
                    case RESET -> "second-factor-reset";
                    case CODES_RENEWED -> "recovery-codes-renewed";
                    case CODE_USED -> "recovery-code-used";
                },
                "member",
                member);
        changes.fire(
                new SecondFactorChanged(member, change, factors.view(member).codesLeft()));
    }
}
