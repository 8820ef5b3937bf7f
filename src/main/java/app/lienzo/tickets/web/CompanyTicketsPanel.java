package app.lienzo.tickets.web;

import app.lienzo.companies.CompanyPanel;
import app.lienzo.companies.CompanyView;
import app.lienzo.identity.Permission;
import app.lienzo.identity.SignedIn;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketQuery;
import app.lienzo.tickets.TicketService;
import app.lienzo.tickets.TicketView;
import app.lienzo.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The tickets of a company on its page.
@ApplicationScoped
class CompanyTicketsPanel implements CompanyPanel {
    private static final int SHOWN = 8;
    private static final Set<TicketCategory> OPEN = Arrays.stream(TicketCategory.values())
            .filter(TicketCategory::unfinished)
            .collect(Collectors.toUnmodifiableSet());

    private final TicketService tickets;

    CompanyTicketsPanel(TicketService tickets) {
        this.tickets = tickets;
    }

    @CheckedTemplate(basePath = "tickets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CompanyTicketsPart(CompanyView company, List<TicketView> tickets, boolean more)
            implements TemplateInstance {}

    @Override
    public int position() {
        return 10;
    }

    @Override
    public Optional<TemplateInstance> of(SignedIn me, CompanyView company) {
        if (!me.may(Permission.TICKETS_WORK, company.space())) return Optional.empty();
        var found = tickets.list(me, of(company, Set.of(), SHOWN + 1));
        boolean more = found.size() > SHOWN;
        return Optional.of(new CompanyTicketsPart(company, more ? found.subList(0, SHOWN) : found, more));
    }

    @Override
    public Optional<String> afterRemoval(SignedIn me, CompanyView company, Locale language) {
        if (!me.may(Permission.TICKETS_WORK, company.space())) return Optional.empty();
        int open = tickets.list(me, of(company, OPEN, TicketQuery.LIMIT_MAX)).size();
        if (open == 0) return Optional.empty();
        var count = open + (open < TicketQuery.LIMIT_MAX ? "" : "+");
        return Optional.of(Words.text("companies", language, "removed-tickets", count));
    }

    private static TicketQuery of(CompanyView company, Set<TicketCategory> categories, int limit) {
        return new TicketQuery(
                company.space(),
                new TicketQuery.States(categories, Set.of(), Set.of()),
                null,
                null,
                company.id(),
                Set.of(),
                Set.of(),
                null,
                null,
                "",
                null,
                limit);
    }
}
