package app.lienzo.contacts.web;

import app.lienzo.companies.CompanyPanel;
import app.lienzo.companies.CompanyView;
import app.lienzo.contacts.ContactQuery;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactView;
import app.lienzo.identity.SignedIn;
import app.lienzo.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The contacts of a company on its page.
@ApplicationScoped
class CompanyContactsPanel implements CompanyPanel {
    private static final int SHOWN = 8;

    private final ContactService contacts;

    CompanyContactsPanel(ContactService contacts) {
        this.contacts = contacts;
    }

    @CheckedTemplate(basePath = "contacts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CompanyContactsPart(CompanyView company, List<ContactView> contacts, boolean more)
            implements TemplateInstance {}

    @Override
    public int position() {
        return 20;
    }

    @Override
    public Optional<TemplateInstance> of(SignedIn me, CompanyView company) {
        var page = contacts.list(me, of(company, SHOWN));
        return Optional.of(new CompanyContactsPart(company, page.contacts(), page.next() != null));
    }

    @Override
    public Optional<String> afterRemoval(SignedIn me, CompanyView company, Locale language) {
        var page = contacts.list(me, of(company, ContactQuery.LIMIT_MAX));
        if (page.contacts().isEmpty()) return Optional.empty();
        var count = page.contacts().size() + (page.next() == null ? "" : "+");
        return Optional.of(Words.text("companies", language, "removed-contacts", count));
    }

    private static ContactQuery of(CompanyView company, int limit) {
        return new ContactQuery(
                company.space(),
                "",
                company.id(),
                false,
                null,
                null,
                null,
                null,
                false,
                ContactQuery.Order.NAME,
                null,
                limit);
    }
}
