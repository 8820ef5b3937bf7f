package app.lienzo.partners;

import app.lienzo.partners.ApplicationCheck.Tidy;
import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/// The rows of applications until their address is confirmed, and of forms that were sent.
@ApplicationScoped
class UnconfirmedApplications {
    private final TenantSql sql;

    UnconfirmedApplications(TenantSql sql) {
        this.sql = sql;
    }

    /// @return false for a form that was sent before, also at the same moment
    boolean first(UUID submission, Instant now) {
        return sql.update("""
                insert into lienzo.partner_submission (tenant_id, id, at) values (current_setting('lienzo.tenant'), ?, ?)
                on conflict do nothing
                """, submission, now) == 1;
    }

    int forgetSubmissions(Instant before) {
        return sql.update("delete from lienzo.partner_submission where at < ?", before);
    }

    void add(UUID id, NewApplication typed, Tidy tidy, String network, Instant now) {
        sql.update(
                """
                insert into lienzo.partner_application (tenant_id, id, state, language, company, company_key, person,
                    email, domain, phone, country, clients, slug, message, marketing, created_at, network)
                values (current_setting('lienzo.tenant'), ?, 'UNCONFIRMED', ?, ?, ?, ?, ?, ?::text, ?::text, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                typed.language(),
                tidy.company(),
                tidy.companyKey(),
                tidy.person(),
                tidy.email(),
                tidy.domain(),
                tidy.phone(),
                tidy.country(),
                tidy.clients(),
                tidy.slug(),
                tidy.message(),
                typed.marketing(),
                now,
                network);
    }

    /// Letters that went to a mailbox since then without its having been confirmed.
    int mailed(String email, Instant since) {
        return sql.first("""
                select (select count(*) from lienzo.partner_application where email = ? and created_at > ?)
                     + (select count(*) from lienzo.partner_application a
                        join lienzo.partner_application_line l on l.tenant_id = a.tenant_id and l.application_id = a.id
                        where a.email = ? and l.kind = 'REMINDED' and l.at > ?)
                """, row -> row.getInt(1), email, since, email, since).orElseThrow();
    }

    /// Up to so many are counted.
    int count(int max) {
        return sql.first(
                        "select count(*) from (select 1 from lienzo.partner_application where state = 'UNCONFIRMED' limit ?) x",
                        row -> row.getInt(1),
                        max)
                .orElseThrow();
    }

    int countOf(String network) {
        return sql.first(
                        "select count(*) from lienzo.partner_application where state = 'UNCONFIRMED' and network = ?",
                        row -> row.getInt(1),
                        network)
                .orElseThrow();
    }

    int forgetOf(String network, Instant before) {
        return sql.update(
                "delete from lienzo.partner_application where state = 'UNCONFIRMED' and network = ? and created_at < ?",
                network,
                before);
    }

    /// The oldest one of the network that has most makes room.
    ///
    /// @param network never one of this one
    /// @return false when no other network has more than it has
    boolean makeRoom(String network) {
        return sql.update("""
                delete from lienzo.partner_application a where a.id = (
                    select o.id from lienzo.partner_application o
                    where o.state = 'UNCONFIRMED' and coalesce(o.network, '') = (
                        select coalesce(n.network, '') from lienzo.partner_application n where n.state = 'UNCONFIRMED'
                        group by 1 order by count(*) desc, coalesce(n.network, '') = ? desc, min(n.created_at) limit 1)
                      and coalesce(o.network, '') <> ?
                    order by o.created_at, o.id limit 1)
                """, network, network) == 1;
    }

    /// Until the transaction ends nobody else confirms one of this address.
    void alone(String email) {
        sql.first("select pg_advisory_xact_lock(hashtext('application ' || ?))", _ -> true, email);
    }

    /// @return false when the address is confirmed for another one meanwhile
    boolean confirm(ApplicationView application, Instant now) {
        return sql.update("""
                update lienzo.partner_application a set state = 'OPEN', confirmed_at = ?, network = null
                where a.id = ? and a.state = 'UNCONFIRMED' and not exists (
                    select 1 from lienzo.partner_application o where o.email = a.email and o.state = 'OPEN')
                """, now, application.id()) == 1;
    }

    /// Others of the same address that nobody confirmed: the one that was confirmed is meant.
    void forgetOthers(ApplicationView application) {
        sql.update(
                "delete from lienzo.partner_application where email = ? and state = 'UNCONFIRMED' and id <> ?",
                application.email(),
                application.id());
    }

    int forgetUnconfirmed(Instant before) {
        return sql.update(
                "delete from lienzo.partner_application where state = 'UNCONFIRMED' and created_at < ?", before);
    }
}
