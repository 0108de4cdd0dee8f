-- shard: sitting_id
-- The marks of one paper: by the machine with every item, or by an assessor with the four criteria. Written once.
create table paper_score (
  sitting_id uuid not null,
  attempt_id uuid not null,
  candidate_ref text not null,
  paper text not null,
  scored_by text not null,
  edition_id text,
  level text not null,
  score integer not null,
  maximum integer not null,
  areas jsonb not null,
  items jsonb not null,
  scored_at bigint not null,
  primary key (sitting_id, attempt_id),
  check (score >= 0 and score <= maximum)
);

-- shard: sitting_id
-- A practical paper given over for marking. `number` is all an assessor sees of whose it is.
create table script (
  sitting_id uuid not null,
  script_id uuid not null,
  attempt_id uuid not null,
  number text not null,
  candidate_ref text not null,
  site text not null,
  level text not null,
  institution text,
  room_label text not null,
  seat_label text not null,
  opened_at bigint not null,
  primary key (sitting_id, script_id),
  unique (sitting_id, attempt_id),
  unique (sitting_id, number)
);

-- The queue of an assessor asks by site, over the sittings of the day.
create index script_by_site on script (site, opened_at);

-- shard: sitting_id
-- One assessor's marks on one script; written once and never changed.
create table marking_task (
  sitting_id uuid not null,
  task_id uuid not null,
  script_id uuid not null,
  assessor_id text not null,
  round integer not null check (round between 1 and 3),
  assigned_at bigint not null,
  marked_at bigint not null,
  sheet jsonb not null,
  total integer not null,
  primary key (sitting_id, task_id),
  unique (sitting_id, script_id, round),
  foreign key (sitting_id, script_id) references script (sitting_id, script_id)
);

-- What statistics may read: marks without a candidate.
create view v_marking_score as
select sitting_id, attempt_id, paper, edition_id, level, scored_by, score, maximum, areas, items, scored_at from paper_score;
