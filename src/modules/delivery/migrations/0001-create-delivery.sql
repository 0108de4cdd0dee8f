-- reference
-- What a site plays. `content` is the whole package; it holds public contents only, never a key.
create table paper_package (
  id uuid not null,
  digest text not null,
  content jsonb not null,
  installed_at bigint not null,
  primary key (id)
);

-- shard: sitting_id
-- One candidate playing one form once. `ends_at` and `accepts_until` are written at the start and moved by time credits.
create table attempt (
  sitting_id uuid not null,
  id uuid not null,
  candidate_ref text not null,
  paper text not null,
  package_id uuid not null references paper_package (id),
  ticket_number text not null,
  masked_name text not null,
  room_label text not null,
  seat_label text not null,
  rules jsonb not null,
  allotted_minutes integer not null check (allotted_minutes > 0),
  allowance_minutes integer not null check (allowance_minutes >= 0),
  credit_minutes integer not null default 0 check (credit_minutes >= 0),
  state text not null default 'ready' check (state in ('ready', 'running', 'handed-in', 'closed')),
  epoch integer not null default 0,
  start_ref text,
  started_at bigint,
  ends_at bigint,
  accepts_until bigint,
  ended_at bigint,
  ended_by text,
  receipt_code text,
  entry_code_mac text,
  entry_code_until bigint,
  entry_tries integer not null default 0,
  primary key (sitting_id, id),
  unique (sitting_id, candidate_ref, paper)
);

-- The door knows a ticket number and no sitting yet: the one look-up that may ask every shard.
create index attempt_by_ticket on attempt (ticket_number);

-- shard: sitting_id
-- Each entry opens an epoch with a token of its own. `sealed_at` stops writing: the row is locked by every save and by the hand-in.
create table attempt_epoch (
  sitting_id uuid not null,
  attempt_id uuid not null,
  epoch integer not null,
  token_hash text not null,
  ip text not null,
  opened_at bigint not null,
  stored_through integer not null default 0,
  sealed_at bigint,
  primary key (sitting_id, attempt_id, epoch),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);

-- shard: sitting_id
-- The grow-only set of events. No foreign key: the save statement inserts only what it joined with a locked epoch row, and
-- a check for each row would cost more than the insert.
create table response_event (
  sitting_id uuid not null,
  attempt_id uuid not null,
  epoch integer not null,
  seq integer not null,
  item_id text not null,
  kind text not null,
  value jsonb,
  digest text not null,
  client_ms bigint not null,
  received_at bigint not null,
  fenced boolean not null,
  primary key (sitting_id, attempt_id, epoch, seq)
);

-- shard: sitting_id
-- Derived from the events: the latest by (epoch, seq) for each item and kind.
create table response (
  sitting_id uuid not null,
  attempt_id uuid not null,
  item_id text not null,
  kind text not null,
  value jsonb,
  epoch integer not null,
  seq integer not null,
  saved_at bigint not null,
  primary key (sitting_id, attempt_id, item_id, kind)
);

-- shard: sitting_id
create table time_credit (
  sitting_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  minutes integer not null check (minutes > 0),
  reason text not null,
  granted_by text not null,
  granted_at bigint not null,
  primary key (sitting_id, id),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);

-- shard: sitting_id
-- Machine, person or place event with its time.
create table incident (
  sitting_id uuid not null,
  id uuid not null,
  attempt_id uuid,
  kind text not null,
  note text not null,
  facts jsonb not null,
  recorded_by text not null,
  recorded_at bigint not null,
  primary key (sitting_id, id)
);

create index incident_by_time on incident (sitting_id, recorded_at);
