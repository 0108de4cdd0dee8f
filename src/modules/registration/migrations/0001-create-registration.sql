-- reference
-- One registration round for each published session: which levels, where, and when applications are taken.
create table registration_round (
  round_id text not null,
  code text not null,
  scheme text not null,
  edition_id text not null,
  flag text not null,
  levels jsonb not null,
  reference_date text not null,
  opens_at bigint not null,
  closes_at bigint not null,
  sites jsonb not null,
  opened_at bigint not null,
  primary key (round_id)
);

-- shard: person_id
-- A request to sit for a level (申报). The form is payload; what lists select by stands in columns.
create table application (
  person_id text not null,
  application_id text not null,
  round_id text not null,
  applicant_name text not null,
  level text not null,
  site_code text,
  province text,
  clause_id text,
  state text not null,
  state_facts jsonb not null,
  submitted_at bigint,
  version integer not null,
  draft jsonb not null,
  photo_file_id text,
  photo_bytes integer,
  started_at bigint not null,
  changed_at bigint not null,
  primary key (person_id, application_id),
  foreign key (round_id) references registration_round (round_id)
);

create index application_by_round on application (round_id, state, submitted_at);

-- shard: person_id
-- A person's one place in a round: reserved before the application is written, given back when it is withdrawn or rejected.
create table application_place (
  person_id text not null,
  round_id text not null,
  application_id text not null,
  primary key (person_id, round_id)
);

-- shard: person_id
-- A document of an application; the file itself lies sealed in the file store.
create table evidence (
  person_id text not null,
  application_id text not null,
  evidence_id text not null,
  kind text not null,
  fact_id text,
  file_name text not null,
  file_id text not null,
  media_type text not null,
  bytes integer not null,
  added_at bigint not null,
  primary key (person_id, application_id, evidence_id),
  foreign key (person_id, application_id) references application (person_id, application_id)
);

-- shard: person_id
-- What a reviewer decided, with everything that was found that day; written once, never recomputed.
-- `version` is that of the application decided on: one decision for each.
create table eligibility_review (
  person_id text not null,
  application_id text not null,
  version integer not null,
  decided_at bigint not null,
  decision jsonb not null,
  seen_on_site jsonb not null,
  primary key (person_id, application_id, version),
  foreign key (person_id, application_id) references application (person_id, application_id)
);

-- For reports: one row for each application.
create view v_registration_application as
  select round_id, level, state, clause_id, province, site_code, submitted_at is not null as submitted
  from application;
