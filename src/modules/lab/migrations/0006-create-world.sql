-- reference
-- Tasks as they were when a world was opened with them, by the hash of their text: a world is scored by its own rubric for ever.
create table lab_document (
  hash text not null,
  content text not null,
  kept_at bigint not null,
  primary key (hash)
);

-- shard: owner_id
-- One world of one person. `setup` is all it starts from, in the order it was written in; `last_seq` and `entries` are the fence:
-- whoever appends says from where, and only one can. `head` is the hash of the last event.
create table lab_world (
  owner_id text not null,
  world_id text not null,
  institution text,
  task text not null,
  task_hash text not null references lab_document (hash),
  mode text not null check (mode in ('explore', 'guided', 'practice', 'module-quiz', 'final')),
  setup text not null,
  pins text not null,
  opened_at bigint not null,
  touched_at bigint not null,
  last_seq integer not null,
  lap integer not null,
  entries integer not null,
  head text not null,
  primary key (owner_id, world_id)
);

-- shard: owner_id
-- The events of a world, in its chain. Never changed. `data` and `counters` are JSON as the engine wrote them, order included.
create table lab_event (
  owner_id text not null,
  world_id text not null,
  seq integer not null,
  at bigint not null,
  type text not null,
  by_ref text not null,
  cause integer not null,
  data text not null,
  counters text,
  hash text not null,
  primary key (owner_id, world_id, seq),
  foreign key (owner_id, world_id) references lab_world (owner_id, world_id)
);

-- shard: owner_id
-- What was asked of a world and what came of it, refusals included; a command id has one reply.
create table lab_entry (
  owner_id text not null,
  world_id text not null,
  entry integer not null,
  command_id text,
  by_ref text not null,
  type text not null,
  from_seq integer not null,
  at bigint not null,
  reply text not null,
  alarm text,
  received_at bigint not null,
  primary key (owner_id, world_id, entry),
  unique (owner_id, world_id, command_id),
  foreign key (owner_id, world_id) references lab_world (owner_id, world_id)
);

-- shard: owner_id
-- The state at some event, compressed: from here a world is folded on. Only the last one is kept; everything can be folded from the events.
create table lab_snapshot (
  owner_id text not null,
  world_id text not null,
  seq integer not null,
  state bytea not null,
  primary key (owner_id, world_id),
  foreign key (owner_id, world_id) references lab_world (owner_id, world_id)
);

-- shard: owner_id
-- A score of a world as it stood at an event, in hundredths of a mark.
create table lab_score (
  owner_id text not null,
  world_id text not null,
  seq integer not null,
  kind text not null check (kind in ('submission', 'self-check')),
  lap integer not null,
  got integer not null,
  most integer not null,
  waiting integer not null,
  faults jsonb not null,
  scored_at bigint not null,
  primary key (owner_id, world_id, seq, kind),
  foreign key (owner_id, world_id) references lab_world (owner_id, world_id)
);

-- shard: owner_id
-- What each check came to and why; `witness` and `counter` are the events an appeal opens the replay at.
create table lab_evidence (
  owner_id text not null,
  world_id text not null,
  seq integer not null,
  kind text not null,
  place integer not null,
  check_id text not null,
  got integer not null,
  most integer not null,
  status text not null,
  expected text not null,
  actual text not null,
  witness jsonb not null,
  counter jsonb not null,
  say text not null,
  hint text,
  claim text,
  primary key (owner_id, world_id, seq, kind, place),
  foreign key (owner_id, world_id, seq, kind) references lab_score (owner_id, world_id, seq, kind)
);
