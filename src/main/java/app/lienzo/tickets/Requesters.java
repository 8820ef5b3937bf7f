package app.lienzo.tickets;

import app.lienzo.contacts.ContactDetails;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactSource;
import app.lienzo.kernel.EmailAddress;
import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom tickets are for, and which of their companies.
@ApplicationScoped
class Requesters {
    private static final int NAME_MAX = 120;

    private final TenantSql sql;
    private final ContactService contacts;

    Requesters(TenantSql sql, ContactService contacts) {
        this.sql = sql;
        this.contacts = contacts;
    }

    /// @param company null for none
    record Found(
            UUID id,
            String name,
            @Nullable UUID company,
            @Nullable String companyName) {}

    /// A contact of a space with his default company.
    Optional<Found> find(UUID space, UUID contact) {
        return sql.first(
                """
                select k.id, k.name, c.id, c.name from lienzo.contact k
                left join lienzo.contact_company o on o.tenant_id = k.tenant_id and o.contact_id = k.id and o.first
                left join lienzo.company c on c.tenant_id = o.tenant_id and c.id = o.company_id and c.removed_at is null
                where k.id = ? and k.space_id = ? and k.removed_at is null
                """,
                row -> new Found(
                        row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getString(4)),
                contact,
                space);
    }

    /// How a company is called, if the contact belongs to it.
    Optional<String> company(UUID contact, UUID company) {
        return sql.first("""
                select c.name from lienzo.contact_company o
                join lienzo.company c on c.tenant_id = o.tenant_id and c.id = o.company_id and c.removed_at is null
                where o.contact_id = ? and o.company_id = ?
                """, row -> row.getString(1), contact, company);
    }

    /// As addresses are compared.
    ///
    /// @throws Refused `requester-missing`, `email-invalid`
    static Requester checked(Requester requester) {
        if (requester.contact() != null) return requester;
        if (requester.email().isBlank()) throw Refused.invalid("requester-missing");
        var address = EmailAddress.read(requester.email()).orElseThrow(() -> Refused.invalid("email-invalid"));
        return Requester.of(address.toLowerCase(Locale.ROOT), SafeText.line(requester.name(), NAME_MAX));
    }

    /// Makes a contact of whoever is not known by his address yet.
    UUID keep(UUID space, Requester requester, TicketSource source) {
        var details = ContactDetails.of(requester.name(), requester.email());
        return contacts.keep(space, details, source == TicketSource.EMAIL ? ContactSource.EMAIL : ContactSource.API);
    }
}
