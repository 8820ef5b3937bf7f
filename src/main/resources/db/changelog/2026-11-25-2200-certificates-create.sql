--liquibase formatted sql

--changeset lienzo:certificates-create
create table platform.certificate (
    id               uuid primary key,
    organization_id  text not null references platform.organization,
    host             text not null check (length(host) <= 253 and host = lower(host)),
    source           text not null check (source in ('ACME', 'UPLOADED')),
    issuer           text not null check (length(issuer) <= 300),
    serial           text not null check (length(serial) <= 100),
    not_before       timestamptz not null,
    not_after        timestamptz not null,
    chain            bytea not null check (length(chain) <= 65536),
    sealed_key       bytea check (length(sealed_key) <= 16384),
    created_at       timestamptz not null,
    removed_at       timestamptz,
    changed_in       xid8 not null default pg_current_xact_id()
);
create index certificate_host on platform.certificate (host);
create index certificate_organization on platform.certificate (organization_id);
create index certificate_changed on platform.certificate (changed_in);
comment on table platform.certificate is 'Certificates by host name. A handshake has no organization yet, so the serving role reads all; it writes those of the organization in scope.';
comment on column platform.certificate.chain is 'DER, one certificate behind the other, the host''s own first.';
comment on column platform.certificate.sealed_key is 'PKCS #8, sealed for this row and host; null once it was destroyed.';
comment on column platform.certificate.changed_in is 'The transaction that wrote the row last. A replica reads from the oldest transaction on that ran when it last looked, and so misses none that committed late.';
alter table platform.certificate enable row level security;
alter table platform.certificate force row level security;
create policy certificate_read on platform.certificate for select using (true);
create policy certificate_insert on platform.certificate for insert with check (organization_id = current_setting('lienzo.tenant', true));
create policy certificate_update on platform.certificate for update using (organization_id = current_setting('lienzo.tenant', true));
create policy certificate_delete on platform.certificate for delete using (organization_id = current_setting('lienzo.tenant', true));
grant select, insert, delete, update (sealed_key, removed_at, changed_in) on platform.certificate to lienzo_app;
-- The operator sees what is served and never a key, sealed or not.
revoke all on platform.certificate from lienzo_ops;
grant select (id, organization_id, host, source, issuer, serial, not_before, not_after, created_at, removed_at) on platform.certificate to lienzo_ops;
--rollback drop table platform.certificate;
