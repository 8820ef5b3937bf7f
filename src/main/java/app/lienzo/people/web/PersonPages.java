package app.lienzo.people.web;

import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.MemberState;
import app.lienzo.identity.MemberView;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.identity.SessionService;
import app.lienzo.kernel.Refusal;
import app.lienzo.kernel.Refused;
import app.lienzo.people.Invitation;
import app.lienzo.people.InvitationService;
import app.lienzo.people.LeavingService;
import app.lienzo.people.PeopleService;
import app.lienzo.people.Person;
import app.lienzo.recovery.PendingEmail;
import app.lienzo.recovery.RecoveryService;
import app.lienzo.secondfactor.SecondFactorService;
import app.lienzo.spaces.ClientGate;
import app.lienzo.spaces.InvitationGuard;
import app.lienzo.spaces.SpaceView;
import app.lienzo.ui.Languages;
import app.lienzo.ui.Pages;
import app.lienzo.ui.Problem;
import app.lienzo.ui.TimeZones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts together the page of a person, as it is and as it comes back when a form was filled in wrongly.
@ApplicationScoped
class PersonPages {
    private final PeopleService people;
    private final LeavingService leaving;
    private final InvitationService invitations;
    private final ClientGate gate;
    private final RecoveryService recovery;
    private final SessionService sessions;
    private final SecondFactorService secondFactors;
    private final CurrentMember current;
    private final Languages languages;

    PersonPages(
            PeopleService people,
            LeavingService leaving,
            InvitationService invitations,
            ClientGate gate,
            RecoveryService recovery,
            SessionService sessions,
            SecondFactorService secondFactors,
            CurrentMember current,
            Languages languages) {
        this.people = people;
        this.leaving = leaving;
        this.invitations = invitations;
        this.gate = gate;
        this.recovery = recovery;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.current = current;
        this.languages = languages;
    }

    /// What both pages of data show.
    ///
    /// @param base path that the forms are sent below
    /// @param self whether it is the one who looks
    /// @param pending a new address that waits to be confirmed; null for none
    record Data(
            String base,
            boolean self,
            MemberView member,
            DetailsForm form,
            @Nullable PendingEmail pending,
            List<Locale> languages,
            List<String> zones) {}

    /// What those see who look after the person.
    ///
    /// @param others the spaces where he has no role
    /// @param secondFactor whether he signs in with a code beside the password
    /// @param warnings what speaks against giving him his first space
    /// @param lowering what speaks against making him a member of his spaces and no more
    /// @param inHand how many things somebody has to go on with when he leaves
    record Care(
            boolean self,
            boolean invited,
            boolean deactivated,
            @Nullable Invitation invitation,
            List<OrganizationRole> levels,
            List<SpaceView> others,
            List<InvitationGuard.Warning> warnings,
            List<InvitationGuard.Warning> lowering,
            int sessions,
            boolean secondFactor,
            int inHand,
            List<MemberView> successors) {}

    /// @param care null for whoever may look and not touch
    /// @param saved the form that was saved; empty for none
    /// @param password a temporary one, shown this once; empty for none
    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PersonPage(Person person, Data data, @Nullable Care care, Fault fault, String saved, String password)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DetailsPage(Data data, Fault fault, String saved) implements TemplateInstance {}

    /// Work that a form asks for.
    interface Work {
        void with(UUID person);
    }

    TemplateInstance page(UUID id, @Nullable String saved) {
        return page(people.require(current.get(), id), null, Fault.NONE, saved, "");
    }

    TemplateInstance withPassword(UUID id, String password) {
        return page(people.require(current.get(), id), null, Fault.NONE, null, password);
    }

    TemplateInstance own(@Nullable String saved) {
        return new DetailsPage(own(null, me()), Fault.NONE, saved == null ? "" : saved);
    }

    /// Does what a form asks for and leads back to the page; or the page once more, with what was typed and
    /// what is wrong with it.
    Response change(String text, String form, @Nullable DetailsForm typed, Work work) {
        var id = InviteForm.id(text);
        try {
            work.with(id);
            return Pages.seeOther("/organization/people/" + id + "?saved=" + form);
        } catch (Refused refused) {
            var fault = fault(refused, form);
            return wrong(refused, page(people.require(current.get(), id), typed, fault, null, ""));
        }
    }

    /// The same for one's own page.
    Response changeOwn(String form, @Nullable DetailsForm typed, Work work) {
        try {
            work.with(me());
            return Pages.seeOther("/profile/details?saved=" + form);
        } catch (Refused refused) {
            return wrong(refused, new DetailsPage(own(typed, me()), fault(refused, form), ""));
        }
    }

    /// What is not there or out of reach is no matter of how a form was filled in.
    private Fault fault(Refused refused, String form) {
        switch (refused.refusal()) {
            case Refusal.NotFound _, Refusal.Forbidden _ -> throw refused;
            case Refusal.Conflict _, Refusal.Invalid _, Refusal.Unproved _, Refusal.TooLarge _, Refusal.TooMany _ -> {}
        }
        var problem = Problem.of(refused, languages.current(), "");
        return new Fault(form, refused.refusal().code(), problem.detail());
    }

    /// The page once more, with the status of what is wrong with what was sent.
    static Response wrong(Refused refused, TemplateInstance page) {
        var answer = Response.status(Problem.status(refused.refusal()))
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page);
        if (refused.refusal() instanceof Refusal.TooMany tooMany)
            answer.header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        return answer.build();
    }

    private UUID me() {
        return current.get().member();
    }

    private Data own(@Nullable DetailsForm typed, UUID me) {
        return data("/profile/details", people.require(current.get(), me).member(), typed);
    }

    private Data data(String base, MemberView member, @Nullable DetailsForm typed) {
        return new Data(
                base,
                member.id().equals(me()),
                member,
                typed == null ? DetailsForm.of(member) : typed,
                recovery.pendingEmail(member.id()).orElse(null),
                Languages.OFFERED,
                TimeZones.OFFERED);
    }

    private TemplateInstance page(
            Person person, @Nullable DetailsForm typed, Fault fault, @Nullable String saved, String password) {
        var member = person.member();
        boolean mayChange = people.mayChange(current.get(), member);
        return new PersonPage(
                person,
                data("/organization/people/" + member.id(), member, typed),
                mayChange ? care(person) : null,
                fault,
                saved == null ? "" : saved,
                password);
    }

    private Care care(Person person) {
        var me = current.get();
        var taken = person.posts().stream().map(Person.Post::space).toList();
        return new Care(
                person.id().equals(me.member()),
                person.state() == MemberState.INVITED,
                person.state() == MemberState.DEACTIVATED,
                invitations.of(person.id()).orElse(null),
                InvitationService.levels(me),
                people.spaces(me).stream()
                        .filter(space -> !taken.contains(space.id()))
                        .toList(),
                gate.warnings(me, person.member(), languages.current()),
                gate.warningsBefore(me, person.member(), languages.current()),
                sessions.count(person.id()),
                secondFactors.isOn(person.id()),
                leaving.inHandOf(person.id()),
                leaving.successors(me, person));
    }
}
