--liquibase formatted sql

--changeset lienzo:marketing-list
-- Rows that an organization and the platform share: whoever joins or leaves changes them in his own organization's
-- scope, campaigns read them in the platform's.
create table platform.marketing_person (
    organization_id  text not null references platform.organization on delete cascade,
    member_id        uuid not null,
    hash             bytea not null check (octet_length(hash) = 32),
    email            text not null check (length(email) <= 254),
    name             text not null check (length(name) <= 200),
    owner            boolean not null,
    language         text not null check (language in ('es', 'en', 'pt')),
    primary key (organization_id, member_id)
);
comment on table platform.marketing_person is 'The marketing list of the platform: members of organizations that did not ask to be taken off.';
create index marketing_person_hash on platform.marketing_person (hash);
create table platform.marketing_suppression (
    hash             bytea not null check (octet_length(hash) = 32),
    organization_id  text not null,
    at               timestamptz not null,
    primary key (hash, organization_id)
);
comment on table platform.marketing_suppression is 'Addresses that get no marketing mail, as hashes only: they outlive the people, the accounts and the organizations.';
comment on column platform.marketing_suppression.organization_id is 'Whose people the address belonged to when the organization was taken off; the platform itself for a person who asked.';
create table platform.marketing_organization (
    organization_id  text not null,
    at               timestamptz not null,
    primary key (organization_id)
);
comment on table platform.marketing_organization is 'Organizations of which nobody, now or later, gets marketing mail. Outlives the organization.';
alter table platform.marketing_person enable row level security;
alter table platform.marketing_person force row level security;
create policy own_and_platform on platform.marketing_person to lienzo_app
    using (organization_id = current_setting('lienzo.tenant', true) or current_setting('lienzo.tenant', true) = 'platform');
alter table platform.marketing_suppression enable row level security;
alter table platform.marketing_suppression force row level security;
create policy own_and_platform on platform.marketing_suppression to lienzo_app
    using (organization_id = current_setting('lienzo.tenant', true) or current_setting('lienzo.tenant', true) = 'platform');
alter table platform.marketing_organization enable row level security;
alter table platform.marketing_organization force row level security;
create policy own_and_platform on platform.marketing_organization to lienzo_app
    using (organization_id = current_setting('lienzo.tenant', true) or current_setting('lienzo.tenant', true) = 'platform');
grant select, insert, update, delete on platform.marketing_person to lienzo_app;
grant select, insert, delete on platform.marketing_suppression to lienzo_app;
grant select, insert on platform.marketing_organization to lienzo_app;
revoke all on platform.marketing_person, platform.marketing_suppression, platform.marketing_organization from lienzo_ops;
--rollback drop table platform.marketing_organization; drop table platform.marketing_suppression; drop table platform.marketing_person;

--changeset lienzo:marketing-campaign
create table lienzo.campaign (
    tenant_id     text not null,
    id            uuid not null,
    version       integer not null default 0,
    subject       text not null check (length(subject) <= 150),
    body          text not null check (length(body) <= 10000),
    language      text not null check (language in ('es', 'en', 'pt')),
    audience      text not null check (audience in ('EVERYBODY', 'OWNERS')),
    speakers      boolean not null,
    state         text not null check (state in ('DRAFT', 'SCHEDULED', 'SENDING', 'PAUSED', 'SENT')),
    created_by    text not null check (length(created_by) <= 200),
    created_at    timestamptz not null,
    scheduled_at  timestamptz,
    begun_at      timestamptz,
    ended_at      timestamptz,
    run           uuid,
    leased_until  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization,
    check ((state = 'SCHEDULED') = (scheduled_at is not null)),
    check ((state in ('DRAFT', 'SCHEDULED')) = (begun_at is null))
);
comment on table lienzo.campaign is 'Mails to the marketing list. Only the platform has any.';
comment on column lienzo.campaign.speakers is 'Whether it goes only to those who read its language.';
comment on column lienzo.campaign.run is 'Who sends it at the moment: until the lease ends, nobody else does.';
call platform.protect('lienzo.campaign');
create table lienzo.campaign_recipient (
    tenant_id        text not null,
    campaign_id      uuid not null,
    hash             bytea not null check (octet_length(hash) = 32),
    organization_id  text not null,
    email            text not null check (length(email) <= 254),
    name             text not null check (length(name) <= 200),
    state            text not null check (state in ('WAITING', 'CLAIMED', 'SENT', 'BOUNCED', 'SUPPRESSED', 'UNKNOWN')),
    attempts         smallint not null default 0,
    next_at          timestamptz not null,
    run              uuid,
    token_hash       bytea,
    unsubscribed_at  timestamptz,
    primary key (tenant_id, campaign_id, hash),
    foreign key (tenant_id, campaign_id) references lienzo.campaign on delete cascade
) with (fillfactor = 85);
comment on table lienzo.campaign_recipient is 'Whom a campaign is for, each address once. What was sent forgets the address and keeps its hash.';
comment on column lienzo.campaign_recipient.state is 'UNKNOWN: somebody was about to send it when he died; it may have arrived and is not sent again.';
create unique index campaign_recipient_token on lienzo.campaign_recipient (tenant_id, token_hash) where token_hash is not null;
create index campaign_recipient_state on lienzo.campaign_recipient (tenant_id, campaign_id, state);
call platform.protect('lienzo.campaign_recipient');
--rollback drop table lienzo.campaign_recipient; drop table lienzo.campaign;
