--liquibase formatted sql

--changeset lienzo:mail-reply-to
alter table lienzo.mail_settings add column reply_to text check (length(reply_to) <= 320);
comment on column lienzo.mail_settings.reply_to is 'Where answers go; null for the brand''s support address.';
--rollback alter table lienzo.mail_settings drop column reply_to;

--changeset lienzo:mail-keys-move
alter table lienzo.mail_settings drop column dkim_on, drop column dkim_selector, drop column dkim_private, drop column dkim_public;
comment on table lienzo.mail_settings is 'An organization''s own mail server and sender; the password is sealed. Keys are those of lienzo.sender_key.';
--rollback alter table lienzo.mail_settings add column dkim_on boolean not null default false, add column dkim_selector text check (dkim_selector ~ '^[a-z0-9]{1,40}$'), add column dkim_private bytea, add column dkim_public text;
