--liquibase formatted sql

--changeset lienzo:domains-likeness
alter table platform.site add column likeness text;
create index site_likeness on platform.site (likeness) where likeness is not null;
comment on column platform.site.likeness is 'What the name looks like (UTS 39 skeleton): equal for names that people take for each other.';
--rollback drop index platform.site_likeness; alter table platform.site drop column likeness;

--changeset lienzo:domains-create
create table lienzo.domain (
    tenant_id        text not null,
    id               uuid not null,
    version          integer not null default 0,
    host             text not null check (length(host) <= 253),
    space_id         uuid,
    token            text not null,
    ownership        text not null check (ownership in ('CLAIMED', 'VERIFIED', 'EXPIRED', 'LOST', 'REMOVED')),
    pointing         text not null check (pointing in ('WAITING', 'POINTED', 'MOVED', 'QUARANTINED')),
    created_by       uuid,
    created_at       timestamptz not null,
    proof_seen_at    timestamptz,
    verified_at      timestamptz,
    active_at        timestamptz,
    contrary         integer not null default 0,
    contrary_since   timestamptz,
    moved_at         timestamptz,
    ended_at         timestamptz,
    warned           integer not null default 0,
    certificate_warned  integer not null default 0,
    contested        boolean not null default false,
    attempts         integer not null default 0,
    checked_at       timestamptz,
    looking_until    timestamptz,
    next_check_at    timestamptz not null,
    check_number     integer not null default 0,
    findings         text check (length(findings) <= 20000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization,
    foreign key (tenant_id, space_id) references lienzo.space
);
create unique index domain_host on lienzo.domain (tenant_id, host) where ownership in ('CLAIMED', 'VERIFIED');
create index domain_due on lienzo.domain (tenant_id, next_check_at);
create index domain_space on lienzo.domain (tenant_id, space_id);
comment on table lienzo.domain is 'Host names that the organization says are its own. Any number of organizations may claim one; who proved it stands in platform.site.';
comment on column lienzo.domain.token is 'What the TXT record has to say: random, of this claim alone.';
comment on column lienzo.domain.contrary is 'Checks in a row that said, positively, that the name points elsewhere.';
comment on column lienzo.domain.check_number is 'The check that is planned: an earlier one that is still queued does nothing.';
call platform.protect('lienzo.domain');
--rollback drop table lienzo.domain;

--changeset lienzo:domains-event
create table lienzo.domain_event (
    tenant_id  text not null,
    id         uuid not null,
    domain_id  uuid not null,
    at         timestamptz not null,
    happening  text not null,
    detail     text not null default '' check (length(detail) <= 500),
    primary key (tenant_id, id),
    foreign key (tenant_id, domain_id) references lienzo.domain on delete cascade
);
create index domain_event_of on lienzo.domain_event (tenant_id, domain_id, at desc, id desc);
comment on table lienzo.domain_event is 'What became of a name, for people to read.';
call platform.protect('lienzo.domain_event');
--rollback drop table lienzo.domain_event;
