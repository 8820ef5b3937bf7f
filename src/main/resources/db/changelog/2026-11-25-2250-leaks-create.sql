--liquibase formatted sql

--changeset lienzo:leaks-scan
create table lienzo.leak_scan (
    tenant_id  text not null,
    id         uuid not null,
    member_id  uuid not null,
    state      text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'LIMITED', 'CANCELED', 'FAILED')),
    host       text not null check (length(host) <= 253),
    asked_at   timestamptz not null,
    begun_at   timestamptz,
    ended_at   timestamptz,
    checked    integer not null default 0,
    open       integer not null default 0,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references lienzo.member on delete cascade
);
comment on table lienzo.leak_scan is 'Each time an organization''s host was looked through for names that are not its own.';
create unique index leak_scan_one on lienzo.leak_scan (tenant_id) where state in ('WAITING', 'RUNNING');
create index leak_scan_asked on lienzo.leak_scan (tenant_id, asked_at);
create index leak_scan_member on lienzo.leak_scan (tenant_id, member_id);
call platform.protect('lienzo.leak_scan');
--rollback drop table lienzo.leak_scan;

--changeset lienzo:leaks-finding
create table lienzo.leak_finding (
    tenant_id  text not null,
    id         uuid not null,
    scan_id    uuid not null,
    print      text not null check (length(print) <= 64),
    kind       text not null,
    severity   text not null,
    surface    text not null,
    path       text not null check (length(path) <= 600),
    place      text not null check (length(place) <= 200),
    excerpt    text not null check (length(excerpt) <= 400),
    primary key (tenant_id, id),
    foreign key (tenant_id, scan_id) references lienzo.leak_scan on delete cascade
);
comment on table lienzo.leak_finding is 'What a scan found. Names are covered in the excerpt and stored nowhere.';
create index leak_finding_scan on lienzo.leak_finding (tenant_id, scan_id);
call platform.protect('lienzo.leak_finding');
--rollback drop table lienzo.leak_finding;

--changeset lienzo:leaks-pardon
create table lienzo.leak_pardon (
    tenant_id  text not null,
    print      text not null check (length(print) <= 64),
    at         timestamptz not null,
    primary key (tenant_id, print)
);
comment on table lienzo.leak_pardon is 'Findings that somebody said are none; they count in no later scan.';
call platform.protect('lienzo.leak_pardon');
--rollback drop table lienzo.leak_pardon;
