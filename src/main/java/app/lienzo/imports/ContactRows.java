package app.lienzo.imports;

import static app.lienzo.imports.RowTaker.cell;

import app.lienzo.companies.CompanyDetails;
import app.lienzo.companies.CompanyService;
import app.lienzo.companies.CompanyView;
import app.lienzo.contacts.ContactDetails;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactSource;
import app.lienzo.kernel.Secrets;
import app.lienzo.kernel.Tags;
import app.lienzo.plans.Gate;
import app.lienzo.plans.PlanService;
import app.lienzo.tenancy.TenantSql;
import app.lienzo.ui.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Contacts from rows: found by any of their addresses, and one without any by what the row says of him.
@ApplicationScoped
class ContactRows {
    private final ContactService contacts;
    private final CompanyService companies;
    private final PlanService plans;
    private final TenantSql sql;

    ContactRows(ContactService contacts, CompanyService companies, PlanService plans, TenantSql sql) {
        this.contacts = contacts;
        this.companies = companies;
        this.plans = plans;
        this.sql = sql;
    }

    /// @return whether he is new
    boolean take(ImportView run, Map<String, String> told, KnownNames names) {
        var emails = Stream.of(cell(told, Target.EMAIL), cell(told, Target.OTHER_EMAIL))
                .flatMap(ContactRows::several)
                .toList();
        var known = contacts.owner(run.space(), emails);
        var hash = emails.isEmpty() ? hash(run, told) : null;
        if (hash != null && earlier(run.space(), hash).isPresent()) return false;
        var id = contacts.keep(run.space(), details(run, told, emails, known, names), source(run), known);
        if (hash != null) remember(run.space(), hash, id);
        return known.isEmpty();
    }

    private ContactDetails details(
            ImportView run, Map<String, String> told, List<String> emails, Optional<UUID> known, KnownNames names) {
        return new ContactDetails(
                name(told),
                cell(told, Target.TITLE),
                emails,
                phones(told),
                new ContactDetails.Address(
                        cell(told, Target.STREET),
                        cell(told, Target.CITY),
                        cell(told, Target.REGION),
                        cell(told, Target.POSTCODE),
                        cell(told, Target.COUNTRY)),
                Map.of(),
                text(cell(told, Target.TIME_ZONE)),
                language(run, cell(told, Target.LANGUAGE)),
                Tags.read(cell(told, Target.TAGS)),
                cell(told, Target.NOTES),
                RowTaker.fields(told),
                memberships(run, cell(told, Target.COMPANY), known, names));
    }

    /// A company that is named and not there is made. Who has one already gets a second only where the plan has that.
    private List<ContactDetails.Membership> memberships(
            ImportView run, String company, Optional<UUID> known, KnownNames names) {
        if (company.isBlank()) return List.of();
        if (known.isPresent()
                && !plans.allows(Gate.SEVERAL_COMPANIES)
                && !contacts.companies(known.get()).isEmpty()) return List.of();
        var id = names.of(
                company.strip(),
                name -> companies
                        .named(run.space(), name)
                        .map(CompanyView::id)
                        .orElseGet(() -> companies
                                .keep(run.space(), CompanyDetails.named(name))
                                .id()));
        return List.of(new ContactDetails.Membership(id, false));
    }

    private static String name(Map<String, String> told) {
        var name = cell(told, Target.NAME);
        return name.isBlank() ? (cell(told, Target.FIRST_NAME) + " " + cell(told, Target.LAST_NAME)).strip() : name;
    }

    private static List<ContactDetails.Phone> phones(Map<String, String> told) {
        var phones = new ArrayList<ContactDetails.Phone>();
        several(cell(told, Target.PHONE)).forEach(number -> phones.add(new ContactDetails.Phone(number, "")));
        several(cell(told, Target.MOBILE)).forEach(number -> phones.add(new ContactDetails.Phone(number, "mobile")));
        return phones;
    }

    /// A directory says `es-ES` and languages we do not speak; a file that does has made a mistake.
    private static @Nullable String language(ImportView run, String told) {
        if (told.isBlank()) return null;
        var tag = told.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_].*$", "");
        if (run.kind() == ImportKind.DIRECTORY && Languages.offered(tag).isEmpty()) return null;
        return tag;
    }

    private static ContactSource source(ImportView run) {
        return run.kind() == ImportKind.DIRECTORY ? ContactSource.DIRECTORY : ContactSource.CSV;
    }

    private static byte[] hash(ImportView run, Map<String, String> told) {
        var said = new ArrayList<String>(List.of(name(told), cell(told, Target.COMPANY)));
        phones(told).forEach(phone -> said.add(phone.number().replaceAll("[^0-9+]", "")));
        return Secrets.hash(run.space() + "\n" + String.join("\n", said).toLowerCase(Locale.ROOT));
    }

    /// Whom such a row made before, if he is still there.
    private Optional<UUID> earlier(UUID space, byte[] hash) {
        return sql.first(
                        "select contact_id from lienzo.import_key where space_id = ? and hash = ?",
                        row -> row.getObject(1, UUID.class),
                        space,
                        hash)
                .filter(id -> contacts.find(id).isPresent());
    }

    private void remember(UUID space, byte[] hash, UUID contact) {
        sql.update("""
                insert into lienzo.import_key (tenant_id, space_id, hash, contact_id)
                values (current_setting('lienzo.tenant'), ?, ?, ?)
                on conflict (tenant_id, space_id, hash) do update set contact_id = excluded.contact_id
                """, space, hash, contact);
    }

    private static Stream<String> several(String cell) {
        return Arrays.stream(cell.split("[,;\\n]")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static @Nullable String text(String cell) {
        return cell.isBlank() ? null : cell;
    }
}
