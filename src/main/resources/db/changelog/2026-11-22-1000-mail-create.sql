--liquibase formatted sql

--changeset lienzo:mail-outbox
create table lienzo.outgoing_mail (
    tenant_id   text not null,
    id          uuid not null,
    kind        text not null check (length(kind) <= 60),
    language    text not null check (language in ('es', 'en', 'pt')),
    to_address  text not null check (length(to_address) <= 320),
    to_name     text not null check (length(to_name) <= 200),
    subject     text not null check (length(subject) <= 300),
    content     bytea,
    message_id  text not null check (length(message_id) <= 400),
    state       text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    attempts    integer not null default 0,
    problem     text check (length(problem) <= 40),
    reply       text check (length(reply) <= 500),
    next_try_at timestamptz,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.outgoing_mail is 'The outbox: what was and will be sent. The content is sealed and goes when it is sent.';
create index outgoing_mail_newest on lienzo.outgoing_mail (tenant_id, state, id desc);
call platform.protect('lienzo.outgoing_mail');
--rollback drop table lienzo.outgoing_mail;

--changeset lienzo:mail-template
create table lienzo.mail_template (
    tenant_id   text not null,
    kind        text not null check (length(kind) <= 60),
    language    text not null check (language in ('es', 'en', 'pt')),
    subject     text not null check (length(subject) <= 200),
    body        text not null check (length(body) <= 20000),
    changed_at  timestamptz not null,
    primary key (tenant_id, kind, language),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.mail_template is 'Texts of mails that an organization wrote in place of the default ones.';
call platform.protect('lienzo.mail_template');
--rollback drop table lienzo.mail_template;

--changeset lienzo:mail-settings
create table lienzo.mail_settings (
    tenant_id      text not null,
    from_address   text check (length(from_address) <= 320),
    host           text check (length(host) <= 253),
    port           integer check (port between 1 and 65535),
    security       text not null check (security in ('NONE', 'OFFERED', 'STARTTLS', 'TLS')),
    user_name      text check (length(user_name) <= 320),
    password       bytea,
    dkim_on        boolean not null default false,
    dkim_selector  text check (dkim_selector ~ '^[a-z0-9]{1,40}$'),
    dkim_private   bytea,
    dkim_public    text,
    primary key (tenant_id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.mail_settings is 'An organization''s own mail server, sender and signature key; secrets are sealed.';
call platform.protect('lienzo.mail_settings');
--rollback drop table lienzo.mail_settings;

--changeset lienzo:mail-captured
create table lienzo.captured_mail (
    tenant_id   text not null,
    id          uuid not null,
    sender      text not null,
    recipient   text not null,
    subject     text not null,
    html        text not null,
    plain       text not null,
    at          timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.organization
);
comment on table lienzo.captured_mail is 'Mails shown at /dev/mail where the product is tried out; empty in production.';
call platform.protect('lienzo.captured_mail');
--rollback drop table lienzo.captured_mail;
