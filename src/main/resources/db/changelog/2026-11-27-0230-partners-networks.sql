--liquibase formatted sql

--changeset lienzo:partners-networks
alter table lienzo.partner_application add column network text check (length(network) <= 64);
comment on column lienzo.partner_application.network is 'Signature of the network it came from, until its address is confirmed: a flood of one network fills its own corner only.';
create index partner_application_network on lienzo.partner_application (tenant_id, network) where state = 'UNCONFIRMED';
--rollback drop index lienzo.partner_application_network; alter table lienzo.partner_application drop column network;
