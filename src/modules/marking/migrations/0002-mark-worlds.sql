-- What each skill of the edition contributed, where the items of a paper say which skills they show.
alter table paper_score add column skills jsonb not null default '[]';

-- What of a paper that the laboratory marked waits for a person; null where a person marks the whole paper by its four criteria.
alter table script add column asks jsonb;

-- shard: sitting_id
-- What the laboratory found in the world of an item, as the paper got its marks by it. Marks of the checks are those of the task's rubric.
create table item_evidence (
  sitting_id uuid not null,
  attempt_id uuid not null,
  item_id text not null,
  task text not null,
  got integer not null,
  most integer not null,
  taken integer not null,
  last_seq integer not null,
  head text not null,
  checks jsonb not null,
  primary key (sitting_id, attempt_id, item_id)
);

-- shard: sitting_id
-- The marks a person gave for a check that no machine can judge; written once and never changed.
create table check_mark (
  sitting_id uuid not null,
  script_id uuid not null,
  item_id text not null,
  check_id text not null,
  assessor_id text not null,
  got integer not null check (got >= 0),
  comment text not null,
  marked_at bigint not null,
  primary key (sitting_id, script_id, item_id, check_id),
  foreign key (sitting_id, script_id) references script (sitting_id, script_id)
);
