--liquibase formatted sql

--changeset lienzo:identity-operator
-- Operators belong to the platform and nobody else does; nobody becomes one by a changed level.
alter table lienzo.member drop constraint member_organization_role_check;
alter table lienzo.member add constraint member_organization_role_check
    check (organization_role in ('OWNER', 'USER_ADMIN', 'MEMBER', 'OPERATOR'));
alter table lienzo.member add constraint member_operator check ((organization_role = 'OPERATOR') = (tenant_id = 'platform'));
--rollback alter table lienzo.member drop constraint member_operator; alter table lienzo.member drop constraint member_organization_role_check; alter table lienzo.member add constraint member_organization_role_check check (organization_role in ('OWNER', 'USER_ADMIN', 'MEMBER'));
