package app.lienzo.imports;

import app.lienzo.audit.AuditTrail;
import app.lienzo.companies.CompanyQuery;
import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.contacts.ContactQuery;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactView;
import app.lienzo.identity.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands out contacts and companies page by page; never more than a page is in memory.
@ApplicationScoped
public class ExportService {
    private final CompanyService companies;
    private final ContactService contacts;
    private final AuditTrail audit;

    ExportService(CompanyService companies, ContactService contacts, AuditTrail audit) {
        this.companies = companies;
        this.contacts = contacts;
        this.audit = audit;
    }

    /// Takes a page.
    @FunctionalInterface
    public interface Taker<T> {
        void take(List<T> page) throws IOException;
    }

    /// All companies that a query finds.
    public void companies(SignedIn me, CompanyQuery query, Taker<CompanyView> taker) throws IOException {
        me.requireHimself();
        audit.record(me.actor(), "companies-exported", "organization", null);
        for (var page = companies.list(me, query); !page.isEmpty(); ) {
            taker.take(page);
            page = page.size() < query.limit()
                    ? List.of()
                    : companies.list(me, query.from(page.getLast().id(), query.limit()));
        }
    }

    /// All contacts of a space, by name.
    public void contacts(SignedIn me, UUID space, Taker<ContactView> taker) throws IOException {
        me.requireHimself();
        audit.record(me.actor(), "contacts-exported", "space", space);
        ContactQuery.@Nullable Place after = null;
        do {
            var page = contacts.list(
                    me,
                    new ContactQuery(
                            space,
                            "",
                            null,
                            false,
                            null,
                            null,
                            null,
                            null,
                            false,
                            ContactQuery.Order.NAME,
                            after,
                            ContactQuery.LIMIT_MAX));
            taker.take(page.contacts());
            after = page.next();
        } while (after != null);
    }
}
