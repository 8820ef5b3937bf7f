package app.lienzo.setup.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.setup.SetupService;
import app.lienzo.ui.StartPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// An Owner meets the check list first, until nothing in it waits for him or he puts it aside.
@ApplicationScoped
class SetupStart implements StartPage {
    private final CurrentMember current;
    private final SetupService setup;

    SetupStart(CurrentMember current, SetupService setup) {
        this.current = current;
        this.setup = setup;
    }

    @Override
    public Optional<String> path() {
        return current.find()
                .filter(me -> me.may(Permission.ORGANIZATION_SETTINGS))
                .filter(_ -> setup.open() > 0)
                .map(_ -> SetupResource.PATH);
    }
}
