package app.lienzo.tickets.web;

import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import app.lienzo.spaces.SpaceService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom a list is narrowed to: a requester and a company are too many for a choice, so one types. A form without a
/// script brings what was typed, and what that may mean is said by the page.
@ApplicationScoped
class TicketListPicker {
    static final int SHOWN_MAX = 8;
    private static final int TEXT_MAX = 100;
    private static final int SPACES_MAX = 20;
    private static final String NONE = "none";

    private final ContactService contacts;
    private final CompanyService companies;
    private final SpaceService spaces;

    TicketListPicker(ContactService contacts, CompanyService companies, SpaceService spaces) {
        this.contacts = contacts;
        this.companies = companies;
        this.spaces = spaces;
    }

    /// @param detail what tells him from another of that name
    record Option(String id, String name, String detail) {
        /// What was typed, what has it in it, and what is only like it; each space gives its own.
        private int distance(String typed) {
            if (name.equalsIgnoreCase(typed) || detail.equalsIgnoreCase(typed)) return 0;
            return (name + "\n" + detail).toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)) ? 1 : 2;
        }
    }

    /// What a field shows and means.
    ///
    /// @param id empty for any
    /// @param options what may be meant, when that is not clear
    record Pick(String typed, String id, List<Option> options) {
        public boolean unclear() {
            return !typed.isEmpty() && id.isEmpty();
        }

        public boolean none() {
            return id.equals(NONE);
        }
    }

    /// @param typed null when nobody could type: the address of a link or a view
    Pick requester(SignedIn me, TicketListWish wish, @Nullable String typed) {
        var named = Ids.read(wish.requester())
                .flatMap(contacts::find)
                .filter(contact -> me.may(Permission.TICKETS_WORK, contact.space()))
                .map(ContactView::called);
        return pick(wish.requester(), named, typed, text -> requesters(me, wish.space(), text));
    }

    /// @param typed null when nobody could type
    Pick company(SignedIn me, TicketListWish wish, @Nullable String typed) {
        var named = Ids.read(wish.company())
                .flatMap(companies::find)
                .filter(company -> me.may(Permission.TICKETS_WORK, company.space()))
                .map(CompanyView::name);
        return pick(wish.company(), named, typed, text -> companies(me, wish.space(), text));
    }

    List<Option> requesters(SignedIn me, @Nullable UUID space, String typed) {
        return found(
                me,
                space,
                typed,
                (where, text) -> contacts.suggest(me, where, text, SHOWN_MAX).stream()
                        .map(contact -> new Option(contact.id().toString(), contact.called(), detail(contact))));
    }

    List<Option> companies(SignedIn me, @Nullable UUID space, String typed) {
        return found(
                me,
                space,
                typed,
                (where, text) -> companies.suggest(me, where, text, SHOWN_MAX).stream()
                        .map(company -> new Option(
                                company.id().toString(), company.name(), String.join(", ", company.domains()))));
    }

    private interface Finding {
        Stream<Option> in(UUID space, String text);
    }

    private List<Option> found(SignedIn me, @Nullable UUID space, String typed, Finding finding) {
        var text = SafeText.line(typed, TEXT_MAX);
        if (text.isEmpty()) return List.of();
        return (space == null ? spaces.inUse(me, Permission.CONTACTS_WORK).stream() : Stream.of(space))
                .filter(one -> me.may(Permission.CONTACTS_WORK, one))
                .sorted()
                .limit(SPACES_MAX)
                .flatMap(one -> finding.in(one, text))
                .sorted(Comparator.comparingInt(option -> option.distance(text)))
                .limit(SHOWN_MAX)
                .toList();
    }

    private static Pick pick(
            String id, Optional<String> named, @Nullable String said, Function<String, List<Option>> finding) {
        if (said == null) return new Pick(named.orElse(""), id, List.of());
        var typed = SafeText.line(said, TEXT_MAX);
        if (typed.isEmpty()) return new Pick("", "", List.of());
        if (named.filter(typed::equalsIgnoreCase).isPresent()) return new Pick(typed, id, List.of());
        var options = finding.apply(typed);
        if (options.isEmpty() && id.equals(NONE)) return new Pick("", id, List.of());
        var meant = meant(options, typed);
        if (meant.size() != 1) return new Pick(typed, "", options);
        return new Pick(meant.getFirst().name(), meant.getFirst().id(), List.of());
    }

    /// Those that are called so, else those in whose name it stands; one that is only like it is asked about.
    private static List<Option> meant(List<Option> options, String typed) {
        return IntStream.rangeClosed(0, 1)
                .mapToObj(most -> options.stream()
                        .filter(option -> option.distance(typed) <= most)
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String detail(ContactView contact) {
        if (!contact.email().isEmpty()) return contact.email();
        return contact.companyName() == null ? "" : contact.companyName();
    }
}
