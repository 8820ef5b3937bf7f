package app.lienzo.contacts.web;

import app.lienzo.contacts.ContactAccess;
import app.lienzo.contacts.ContactDetails;
import app.lienzo.contacts.ContactFile;
import app.lienzo.contacts.ContactQuery;
import app.lienzo.contacts.ContactService;
import app.lienzo.contacts.ContactSource;
import app.lienzo.identity.CurrentMember;
import app.lienzo.identity.Permission;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Contacts for programs: finding, creating, changing.
@Path("/api/v1/contacts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permission.Name.CONTACTS_WORK)
public class ContactApi {
    private final ContactService contacts;
    private final CurrentMember current;

    ContactApi(ContactService contacts, CurrentMember current) {
        this.contacts = contacts;
        this.current = current;
    }

    /// @param similar those that are only like `q`; on the first page where few are found exactly
    /// @param next send it as `after` for the page behind this one; null on the last
    public record ContactList(
            List<ContactRow> items,
            List<ContactRow> similar,
            @Nullable String next) {}

    /// @param q parts of names, addresses, numbers and companies
    /// @param sort `name` or `newest`
    @GET
    public ContactList list(
            @RestQuery @DefaultValue("") @Size(max = ContactQuery.TEXT_MAX) String q,
            @RestQuery @Nullable String space,
            @RestQuery @Nullable String company,
            @RestQuery @DefaultValue("false") boolean unassigned,
            @RestQuery @Nullable @Size(max = 100) String tag,
            @RestQuery @Nullable @Size(max = 10) String language,
            @RestQuery @Nullable String source,
            @RestQuery @Nullable Boolean blocked,
            @RestQuery @Nullable String access,
            @RestQuery @DefaultValue("false") boolean anonymous,
            @RestQuery @DefaultValue("name") String sort,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String after) {
        var page = contacts.list(
                current.get(),
                new ContactQuery(
                        filter(space),
                        q.strip(),
                        filter(company),
                        unassigned,
                        tag,
                        language,
                        one(ContactSource.values(), source),
                        blocked,
                        one(ContactAccess.values(), access),
                        anonymous,
                        order(sort),
                        after == null || after.isEmpty() ? null : ContactQuery.Place.read(after),
                        limit));
        return new ContactList(
                page.contacts().stream().map(ContactRow::of).toList(),
                page.near().stream().map(ContactRow::of).toList(),
                page.next() == null ? null : page.next().cursor());
    }

    /// @param key the same key twice is one contact
    @POST
    public RestResponse<ContactItem> create(
            @Valid @NotNull NewContactInput input,
            @HeaderParam("Idempotency-Key") @Size(min = 8, max = 100) @Nullable String key) {
        var me = current.get();
        boolean known = key != null && contacts.used(me, key);
        var details = input.contact().over(ContactDetails.EMPTY);
        return answer(
                known ? Status.OK : Status.CREATED,
                contacts.create(me, input.space(), details, ContactSource.API, key));
    }

    @GET
    @Path("{id}")
    public RestResponse<ContactItem> one(@RestPath String id) {
        return answer(Status.OK, contacts.file(current.get(), id(id)));
    }

    @PATCH
    @Path("{id}")
    public RestResponse<ContactItem> change(
            @RestPath String id, @Valid @NotNull ContactInput input, @HeaderParam("If-Match") @Nullable String match) {
        var before = contacts.file(current.get(), id(id));
        return answer(
                Status.OK,
                contacts.change(current.get(), id(id), input.over(before.details()), version(before, match)));
    }

    static int version(ContactFile file, @Nullable String match) {
        if (match == null || match.equals("*")) return file.contact().version();
        var digits = match.replace("\"", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    static RestResponse<ContactItem> answer(Status status, ContactFile file) {
        return RestResponse.ResponseBuilder.create(status, ContactItem.of(file))
                .tag(String.valueOf(file.contact().version()))
                .build();
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(Refused::notFound);
    }

    private static @Nullable UUID filter(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        return Ids.read(text).orElseThrow(() -> Refused.invalid("filter-invalid"));
    }

    private static ContactQuery.Order order(String name) {
        var order = one(ContactQuery.Order.values(), name);
        return order == null ? ContactQuery.Order.NAME : order;
    }

    private static <T extends Enum<T>> @Nullable T one(T[] values, @Nullable String name) {
        if (name == null || name.isEmpty()) return null;
        return Arrays.stream(values)
                .filter(value ->
                        value.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("filter-invalid"));
    }
}
