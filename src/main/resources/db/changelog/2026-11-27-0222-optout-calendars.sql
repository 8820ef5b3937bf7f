--liquibase formatted sql

--changeset lienzo:optout-counted
alter table platform.optout_step drop constraint optout_step_step_check;
alter table platform.optout_step add constraint optout_step_step_check
    check (step in ('REQUESTED', 'TAKEN', 'COUNTED', 'DONE', 'REFUSED', 'ESCALATED', 'REMINDED', 'OVERDUE'));
comment on column platform.optout_step.note is 'A reason, a message, or the name of the calendar it is counted by from then on.';
--rollback delete from platform.optout_step where step = 'COUNTED'; alter table platform.optout_step drop constraint optout_step_step_check; alter table platform.optout_step add constraint optout_step_step_check check (step in ('REQUESTED', 'TAKEN', 'DONE', 'REFUSED', 'ESCALATED', 'REMINDED', 'OVERDUE'));
