package app.lienzo.marketing;

import app.lienzo.identity.EmailChanged;
import app.lienzo.identity.LevelChanged;
import app.lienzo.identity.MemberAdded;
import app.lienzo.identity.MemberLeft;
import app.lienzo.identity.MemberReturned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Who comes, goes or changes is so on the marketing list at once.
@ApplicationScoped
class OnMembersChanged {
    private final MarketingList list;

    OnMembersChanged(MarketingList list) {
        this.list = list;
    }

    void added(@Observes MemberAdded event) {
        list.fill(event.member());
    }

    void changed(@Observes EmailChanged event) {
        list.fill(event.member());
    }

    void changed(@Observes LevelChanged event) {
        list.fill(event.member());
    }

    void returned(@Observes MemberReturned event) {
        list.fill(event.member());
    }

    void left(@Observes MemberLeft event) {
        list.fill(event.member());
    }
}
