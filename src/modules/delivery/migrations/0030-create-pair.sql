-- shard: server_name
-- Every disk that a server of this site was ever met with; its number is the residue of the epochs it opens. A server that lost its
-- disk comes back under a new one.
create table server_disk (
  server_name text not null,
  disk_id uuid not null,
  number integer not null,
  met_at bigint not null,
  primary key (server_name, disk_id)
);

-- shard: server_name
-- The one row of this server. `peer_disk_id`: the disk whose confirmations are noted here. `in_step` is false while a server with a
-- new disk does not yet hold what its peer holds.
create table server_self (
  server_name text not null,
  disk_id uuid not null,
  number integer not null,
  paired boolean not null,
  in_step boolean not null,
  peer_disk_id uuid,
  peer_seen_at bigint,
  primary key (server_name)
);

-- `peer_news` counts the changes of a row that the peer has not confirmed. What comes from the peer stands at 0.
alter table attempt add column peer_news integer not null default 1;

alter table attempt add column entry_code_at bigint;

alter table hall_act add column peer_news integer not null default 1;

alter table hall_halt add column peer_news integer not null default 1;

alter table hall_credit add column peer_news integer not null default 1;

alter table malpractice_record add column peer_news integer not null default 1;

alter table incident add column peer_news integer not null default 1;

alter table help_call add column peer_news integer not null default 1;

-- Which server opened an entry, and the entry of the same page before it.
alter table attempt_epoch add column origin integer not null default 0;

alter table attempt_epoch add column entered_from integer;

-- shard: sitting_id
-- Starts by server: of two the later counts.
create table attempt_start (
  sitting_id uuid not null,
  attempt_id uuid not null,
  origin integer not null,
  started_at bigint not null,
  start_ref text not null,
  primary key (sitting_id, attempt_id, origin),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);

-- shard: sitting_id
-- Ends by server and time, with the frontier: which events the closing server held. Which of them counts is derived.
create table attempt_closing (
  sitting_id uuid not null,
  attempt_id uuid not null,
  origin integer not null,
  ended_at bigint not null,
  how text not null,
  epoch integer,
  frontier jsonb not null,
  receipt_code text not null,
  primary key (sitting_id, attempt_id, origin, ended_at),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);

-- shard: sitting_id
-- Contents that came under a number which holds another one; kept for people to look at.
create table event_clash (
  sitting_id uuid not null,
  attempt_id uuid not null,
  epoch integer not null,
  seq integer not null,
  digest text not null,
  item_id text not null,
  kind text not null,
  value jsonb,
  client_ms bigint not null,
  received_at bigint not null,
  primary key (sitting_id, attempt_id, epoch, seq, digest)
);

-- shard: sitting_id
-- Every move of a person to another seat; where everybody sits follows from all of them.
create table seat_move (
  sitting_id uuid not null,
  id uuid not null,
  candidate_ref text not null,
  from_room text not null,
  from_seat text not null,
  to_room text not null,
  to_seat text not null,
  from_broken boolean not null,
  moved_at bigint not null,
  peer_news integer not null default 1,
  primary key (sitting_id, id)
);
