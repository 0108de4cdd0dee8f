-- shard: sitting_id
-- A sitting as a site keeps it. Rules and fault rule are those of the roster.
create table hall_sitting (
  sitting_id uuid not null,
  site_package_id uuid not null references site_package (id),
  title text not null,
  paper text not null,
  level text not null,
  rules jsonb not null,
  fault jsonb not null,
  opens_at bigint not null,
  entry_minutes_before integer not null,
  absent_minutes_after integer not null,
  closed_at bigint,
  primary key (sitting_id)
);

-- shard: sitting_id
create table hall_seat (
  sitting_id uuid not null,
  room_label text not null,
  seat_label text not null,
  place integer not null,
  spare boolean not null,
  out_of_order_since bigint,
  primary key (sitting_id, room_label, seat_label),
  foreign key (sitting_id) references hall_sitting (sitting_id)
);

-- shard: sitting_id
-- Who is expected, where they sit now, and whether they came. The attempt stands once the papers are open.
create table hall_candidate (
  sitting_id uuid not null,
  candidate_ref text not null,
  package_id uuid not null,
  ticket_number text not null,
  masked_name text not null,
  masked_id_number text not null,
  face_sealed text,
  room_label text not null,
  seat_label text not null,
  allowance_minutes integer not null,
  attempt_id uuid,
  checked_in_at bigint,
  absent_at bigint,
  primary key (sitting_id, candidate_ref),
  unique (sitting_id, ticket_number),
  unique (sitting_id, room_label, seat_label),
  foreign key (sitting_id) references hall_sitting (sitting_id)
);

-- shard: sitting_id
-- What hall staff did, once each: the same act sent again is found here and answered as it was.
create table hall_act (
  sitting_id uuid not null,
  id uuid not null,
  origin text not null,
  kind text not null,
  facts jsonb not null,
  done_by text not null,
  witness text,
  done_at bigint not null,
  primary key (sitting_id, id)
);

-- shard: sitting_id
-- A pause stops the working clocks of a room or the site; a fault only runs its own clock. Both end with a credit.
create table hall_halt (
  sitting_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('pause', 'fault')),
  room_label text,
  reason text not null,
  note text not null,
  from_at bigint not null,
  from_by text not null,
  to_at bigint,
  outcome text check (outcome in ('resumed', 'stopped')),
  primary key (sitting_id, id)
);

-- shard: sitting_id
-- Time to be given back to a person, a room or the site: proposed by the server or asked for by a person, then granted or declined.
create table hall_credit (
  sitting_id uuid not null,
  id uuid not null,
  scope text not null check (scope in ('person', 'room', 'site')),
  room_label text,
  candidate_ref text,
  cause text not null,
  from_at bigint not null,
  to_at bigint not null,
  note text not null,
  state text not null check (state in ('proposed', 'granted', 'declined')),
  proposed_by text not null,
  proposed_at bigint not null,
  decided_by text,
  witness text,
  decided_at bigint,
  primary key (sitting_id, id)
);

-- The interval a credit gives back, so that no minute is given twice.
alter table time_credit add column from_at bigint;
alter table time_credit add column to_at bigint;

-- While this stands the clock of the attempt stands still.
alter table attempt add column paused_since bigint;

-- shard: sitting_id
create table malpractice_record (
  sitting_id uuid not null,
  id uuid not null,
  candidate_ref text not null,
  reason text not null,
  note text not null,
  stopped boolean not null,
  recorded_by text not null,
  witness text not null,
  recorded_at bigint not null,
  primary key (sitting_id, id)
);

-- shard: sitting_id
create table help_call (
  sitting_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  called_at bigint not null,
  answered_at bigint,
  answered_by text,
  primary key (sitting_id, id),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);

-- shard: sitting_id
-- What the machine of a candidate told last, every fifteen seconds.
create table client_beat (
  sitting_id uuid not null,
  attempt_id uuid not null,
  epoch integer not null,
  beat_at bigint not null,
  rtt_ms integer,
  battery_percent integer,
  charging boolean,
  focus_lost integer not null,
  unsent integer not null,
  primary key (sitting_id, attempt_id)
);
