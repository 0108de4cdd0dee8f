-- Events after the end are kept and marked; they count only by a decision of two persons.
alter table response_event add column late boolean not null default false;

-- How far the peer holds an epoch too. It is told to clients only where two servers keep the sitting.
alter table attempt_epoch add column pair_through integer not null default 0;

alter table attempt add column paired boolean not null default false;
