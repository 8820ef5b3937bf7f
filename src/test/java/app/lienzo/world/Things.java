package app.lienzo.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of each thing that has an id, in one space of one organization.
///
/// @param marker a word that is in their content: whoever reads it saw what is not his
public record Things(Map<Kind, String> ids, String marker) {
    public enum Kind {
        CONVERSATION,
        CHANNEL,
        CHANNEL_KEY,
        SPACE,
        MEMBER,
        SESSION,
        TOKEN,
        FILE,
        BRAND,
        MAIL,
        SHOWN_MAIL,
        SSO_IDENTITY,
        DOMAIN,
        CALENDAR,
        SUPPORT_PLAN,
        FIELD,
        COMPANY,
        IMPORT,
        SAVED_VIEW,
        CONTACT,
        CONTACT_UNDO,
        TICKET,
        TICKET_FILE,
        TICKET_STATE,
        TICKET_UNDO
    }

    /// For whoever has nothing of his own: as good as random.
    public static final Things NOTHING = random();

    public String get(Kind kind) {
        return Objects.requireNonNull(ids.get(kind));
    }

    /// Made anew with each call: a conversation with a file that waits in the inbox.
    public static Things of(Tenant tenant) {
        var marker = "secreto-" + UUID.randomUUID();
        var visitor = tenant.visitor();
        String file = visitor.request()
                .multiPart(
                        "file", marker + ".txt", marker.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/plain")
                .post(tenant.channel() + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        visitor.request()
                .contentType("application/json")
                .body(Map.of(
                        "clientId",
                        UUID.randomUUID().toString(),
                        "text",
                        marker,
                        "attachments",
                        java.util.List.of(file)))
                .post(tenant.channel() + "/messages")
                .then()
                .statusCode(201);
        var ids = new EnumMap<Kind, String>(Kind.class);
        var organization = Rows.id(tenant);
        ids.put(Kind.CONVERSATION, visitor.conversation());
        ids.put(Kind.FILE, file);
        ids.put(Kind.CHANNEL_KEY, tenant.channelKey());
        ids.put(
                Kind.CHANNEL,
                Rows.one(
                        "select id from lienzo.channel where tenant_id = ? and key = ?",
                        organization,
                        tenant.channelKey()));
        ids.put(
                Kind.SPACE,
                Rows.one(
                        "select space_id from lienzo.channel where tenant_id = ? and key = ?",
                        organization,
                        tenant.channelKey()));
        ids.put(
                Kind.MEMBER,
                Rows.one("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", organization));
        if (Rows.list(
                        "select 1 from lienzo.session where tenant_id = ? and member_id = ?::uuid",
                        organization,
                        ids.get(Kind.MEMBER))
                .isEmpty()) {
            tenant.token("agent");
        }
        ids.put(
                Kind.SESSION,
                Rows.one(
                        "select id from lienzo.session where tenant_id = ? and member_id = ?::uuid",
                        organization,
                        ids.get(Kind.MEMBER)));
        ids.put(Kind.SSO_IDENTITY, Rows.one("""
                        insert into lienzo.sso_identity (tenant_id, id, issuer, subject, label, created_at, seen_at)
                        values (?, uuidv7(), 'https://issuer.example', uuidv7()::text, ?, now(), now()) returning id
                        """, organization, marker));
        ids.put(
                Kind.TOKEN,
                Rows.one(
                        "select id from lienzo.api_token where tenant_id = ? and member_id = ?::uuid",
                        organization,
                        ids.get(Kind.MEMBER)));
        ids.put(
                Kind.BRAND,
                Wire.to(tenant, "GET", "/sign-in").send().body().replaceAll("(?s).*/brand/([0-9a-f]+)\\.css.*", "$1"));
        ids.put(Kind.MAIL, Rows.one("""
                insert into lienzo.outgoing_mail (tenant_id, id, kind, language, to_address, to_name, subject, message_id, state, created_at)
                values (?, uuidv7(), 'mail-check', 'es', 'ana@example.com', 'Ana', ?, '<things@example.com>', 'FAILED', now()) returning id
                """, organization, marker));
        ids.put(Kind.DOMAIN, Rows.one("""
                insert into lienzo.domain (tenant_id, id, host, token, ownership, pointing, created_at, next_check_at)
                values (?, uuidv7(), ?, ?, 'CLAIMED', 'WAITING', now(), now() + interval '1 day') returning id
                """, organization, marker + ".example", marker));
        ids.put(Kind.CALENDAR, calendar(organization, marker));
        ids.put(
                Kind.SUPPORT_PLAN,
                tenant.owner()
                        .get("/api/v1/support-plans")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("[0].id"));
        ids.put(Kind.FIELD, Rows.one("""
                insert into lienzo.custom_field (tenant_id, id, space_id, subject, key, label, kind, required, in_portal, position)
                values (?, uuidv7(), ?::uuid, 'COMPANY', 'secreto', ?, 'TEXT', false, false, 0)
                on conflict (tenant_id, space_id, subject, key) do update set label = excluded.label, removed_at = null returning id
                """, organization, ids.get(Kind.SPACE), marker));
        ids.put(Kind.COMPANY, Rows.one("""
                insert into lienzo.company (tenant_id, id, space_id, name, created_at, changed_at)
                values (?, uuidv7(), ?::uuid, ?, now(), now()) returning id
                """, organization, ids.get(Kind.SPACE), marker));
        ids.put(Kind.IMPORT, Rows.one("""
                insert into lienzo.import_run (tenant_id, id, space_id, kind, state, file_name, charset, delimiter, headers, member,
                    created_at, worked_at)
                values (?, uuidv7(), ?::uuid, 'CONTACTS', 'CANCELED', ?, 'UTF-8', ',', '["name"]', 'Ana', now(), now()) returning id
                """, organization, ids.get(Kind.SPACE), marker));
        ids.put(Kind.SAVED_VIEW, Rows.one("""
                        insert into lienzo.saved_view (tenant_id, id, subject, name, query, owner_id, created_at, changed_at)
                        select tenant_id, uuidv7(), 'TICKETS', ?, '', id, now(), now() from lienzo.member
                        where tenant_id = ? and user_name = 'agent' returning id
                        """, marker, organization));
        ids.put(Kind.CONTACT, tenant.contact(marker, marker + "@example.com"));
        ids.put(Kind.CONTACT_UNDO, Rows.one("""
                insert into lienzo.contact_undo (tenant_id, id, member_id, action, before, at, until)
                values (?, uuidv7(), ?::uuid, 'TAG', '{"ids":[],"files":[],"moved":{}}', now(), now() + interval '1 hour')
                returning id
                """, organization, ids.get(Kind.MEMBER)));
        var ticket = tenant.ticket(marker);
        ids.put(Kind.TICKET, ticket.id());
        ids.put(Kind.TICKET_FILE, ticket.file(tenant.owner(), "note", marker));
        ids.put(Kind.TICKET_STATE, state(organization, ids.get(Kind.SPACE), marker.substring(0, 40)));
        ids.put(Kind.TICKET_UNDO, Rows.one("""
                insert into lienzo.ticket_undo (tenant_id, id, member_id, changes, created_at)
                values (?, uuidv7(), ?::uuid, '[]', now()) returning id
                """, organization, ids.get(Kind.MEMBER)));
        ids.put(Kind.SHOWN_MAIL, Rows.one("""
                insert into lienzo.captured_mail (tenant_id, id, sender, recipient, subject, html, plain, at)
                values (?, uuidv7(), 'a@example.com', 'ana@example.com', ?, '<p>Hola</p>', 'Hola', now()) returning id
                """, organization, marker));
        return new Things(ids, marker);
    }

    /// One beside the organization's first, always the same: there can only be so many.
    private static String calendar(String organization, String marker) {
        Rows.list("""
                insert into lienzo.business_calendar (tenant_id, id, name, revision, first)
                values (?, uuidv7(), 'Horario', 1, true) on conflict do nothing returning id
                """, organization);
        var again = Rows.list("""
                update lienzo.business_calendar set name = ? where tenant_id = ? and name like 'secreto-%' returning id
                """, marker, organization);
        if (!again.isEmpty()) return again.getFirst();
        var id = Rows.one("""
                insert into lienzo.business_calendar (tenant_id, id, name, revision, first)
                values (?, uuidv7(), ?, 1, false) returning id
                """, organization, marker);
        Rows.list("""
                insert into lienzo.business_calendar_revision (tenant_id, calendar_id, number, zone, week, days, at)
                select tenant_id, id, 1, 'UTC', array['09:00-18:00', '', '', '', '', '', ''], '[]', now()
                from lienzo.business_calendar where tenant_id = ? on conflict do nothing returning number
                """, organization);
        return id;
    }

    /// One for all, called anew each time: a space has only so many.
    private static String state(String organization, @Nullable String space, String name) {
        return Rows.one("""
                with kept as (
                    update lienzo.ticket_state set name = ? where tenant_id = ? and space_id = ?::uuid and position = 999 returning id
                ), made as (
                    insert into lienzo.ticket_state (tenant_id, id, space_id, category, name, position, first)
                    select ?, uuidv7(), ?::uuid, 'OPEN', ?, 999, false where not exists (
                        select 1 from lienzo.ticket_state where tenant_id = ? and space_id = ?::uuid and position = 999)
                    returning id
                )
                select id from kept union all select id from made
                """, name, organization, space, organization, space, name, organization, space);
    }

    /// Ids that were never given.
    public static Things random() {
        var ids = new EnumMap<Kind, String>(Kind.class);
        for (var kind : Kind.values()) {
            ids.put(
                    kind,
                    switch (kind) {
                        case CHANNEL_KEY -> UUID.randomUUID().toString().substring(0, 11);
                        case BRAND ->
                            UUID.randomUUID().toString().replace("-", "").substring(0, 12);
                        case CONVERSATION,
                                CHANNEL,
                                SPACE,
                                MEMBER,
                                SESSION,
                                TOKEN,
                                FILE,
                                MAIL,
                                SHOWN_MAIL,
                                SSO_IDENTITY,
                                DOMAIN,
                                CALENDAR,
                                SUPPORT_PLAN,
                                FIELD,
                                COMPANY,
                                IMPORT,
                                SAVED_VIEW,
                                CONTACT,
                                CONTACT_UNDO,
                                TICKET,
                                TICKET_FILE,
                                TICKET_STATE,
                                TICKET_UNDO -> UUID.randomUUID().toString();
                    });
        }
        return new Things(ids, "nobody-has-written-this");
    }
}
