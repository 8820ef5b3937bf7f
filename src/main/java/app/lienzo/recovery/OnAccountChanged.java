package app.lienzo.recovery;

import app.lienzo.identity.EmailChanged;
import app.lienzo.identity.LevelChanged;
import app.lienzo.identity.MemberLeft;
import app.lienzo.identity.MemberService;
import app.lienzo.identity.PasswordChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;

/// When something about an account changed that opens doors, its unused links die and its owner is told.
@ApplicationScoped
class OnAccountChanged {
    private final AccountLinks links;
    private final AccountMails mails;
    private final MemberService members;
    private final Clock clock;

    OnAccountChanged(AccountLinks links, AccountMails mails, MemberService members, Clock clock) {
        this.links = links;
        this.mails = mails;
        this.members = members;
        this.clock = clock;
    }

    void passwordChanged(@Observes PasswordChanged event) {
        endLinks(event.member());
        members.find(event.member()).ifPresent(mails::passwordChanged);
    }

    void emailChanged(@Observes EmailChanged event) {
        endLinks(event.member());
        members.find(event.member()).ifPresent(person -> mails.emailChanged(person, event.before()));
    }

    void levelChanged(@Observes LevelChanged event) {
        members.find(event.member()).ifPresent(person -> mails.levelChanged(person, event.before(), event.now()));
    }

    void left(@Observes MemberLeft event) {
        endLinks(event.member());
    }

    private void endLinks(UUID member) {
        links.end(member, clock.instant(), LinkPurpose.values());
    }
}
