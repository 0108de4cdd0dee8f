-- shard: person_id
-- The register of completion proofs (结业证书): what training a person finished, where, and in how many hours.
create table completion_proof (
  person_id text not null,
  completion_id text not null,
  number text not null,
  edition_id text not null,
  level text not null,
  institution text not null,
  hours integer not null,
  completed_on text not null,
  quizzes_passed jsonb not null,
  issued_by text not null,
  issued_at bigint not null,
  primary key (person_id, completion_id)
);

create unique index completion_proof_number on completion_proof (person_id, number);

-- shard: institution_id
-- Block allocator of proof numbers: one row per institution and year (rule R5).
create table completion_number_block (
  institution_id text not null,
  year integer not null,
  last_serial integer not null,
  primary key (institution_id, year)
);
