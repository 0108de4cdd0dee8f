-- shard: sitting_id
-- The configuration of Safe Exam Browser for a sitting with its Config Key and the keys of the browsers on its list, sealed as a whole:
-- whoever reads it can forge every check.
create table seb_sitting (
  sitting_id uuid not null,
  sealed text not null,
  made_at bigint not null,
  primary key (sitting_id)
);

-- shard: sitting_id
-- A nonce for one page load of one entry, by its SHA-256. Once verified it is the proof that later requests are measured by.
create table seb_nonce (
  sitting_id uuid not null,
  attempt_id uuid not null,
  nonce_hash text not null,
  epoch integer not null,
  ip text not null,
  minted_at bigint not null,
  valid_until bigint not null,
  used_at bigint,
  via text check (via in ('header', 'script')),
  primary key (sitting_id, attempt_id, nonce_hash),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);

-- shard: sitting_id
-- An attempt that stands still because its browser was not the right one; at most one lock of an attempt is open.
create table seb_lock (
  sitting_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  epoch integer not null,
  cause text not null check (cause in ('missing', 'wrong-config', 'wrong-browser')),
  ip text not null,
  locked_at bigint not null,
  unlocked_at bigint,
  unlocked_by text,
  second_person text,
  reason text,
  credit_minutes integer,
  primary key (sitting_id, id),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);

create index seb_lock_of_attempt on seb_lock (sitting_id, attempt_id);
