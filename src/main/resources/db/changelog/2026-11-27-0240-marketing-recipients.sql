--liquibase formatted sql

--changeset lienzo:marketing-recipients-in-order
-- Who is next is read from the index's own order. Without the hash at its end the next one of 100,000 was found by sorting them all,
-- as long as the table's statistics were older than the campaign.
drop index lienzo.campaign_recipient_state;
create index campaign_recipient_state on lienzo.campaign_recipient (tenant_id, campaign_id, state, hash);
--rollback drop index lienzo.campaign_recipient_state; create index campaign_recipient_state on lienzo.campaign_recipient (tenant_id, campaign_id, state);
