-- shard: person_id
-- The award decision (合格判定) on one person in one session and level, with the marks it rests on.
create table award_decision (
  person_id text not null,
  session_id text not null,
  level text not null,
  application_id text not null,
  scheme text not null,
  edition_id text not null,
  session_code text not null,
  ticket_number text not null,
  site_code text not null,
  province text not null,
  state text not null check (state in ('pending', 'passed', 'failed', 'absent', 'voided')),
  theory_kind text not null,
  theory_mark integer,
  practical_kind text not null,
  practical_mark integer,
  reasons jsonb not null,
  carries jsonb not null,
  areas jsonb not null,
  decided_at bigint not null,
  certificate_number text,
  primary key (person_id, session_id, level)
);

create index award_decision_by_session on award_decision (session_id, state);

-- shard: session_id
-- Publication (成绩公布) under four eyes: proposed by one officer, decided by another. `digest` is that of the results proposed.
create table award_publication (
  session_id text not null,
  publication_id text not null,
  digest text not null,
  candidates integer not null,
  proposed_by text not null,
  proposed_at bigint not null,
  state text not null check (state in ('proposed', 'approved', 'returned')),
  decided_by text,
  decided_at bigint,
  visible_from bigint,
  reason text,
  primary key (session_id, publication_id)
);

-- shard: session_id
-- One open or approved publication for a session: its first row decides who may go on.
create table award_publication_slot (
  session_id text not null,
  publication_id text,
  primary key (session_id)
);

create view v_award_decision as
select session_id, person_id, application_id, level, site_code, province, state, theory_kind, practical_kind, theory_mark, practical_mark,
  case when certificate_number is null then 0 else 1 end as certified
from award_decision;
