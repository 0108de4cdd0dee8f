-- shard: institution
-- A task that a teacher opens for trainees of the own institution, in a mode of training. `code` is what trainees type to join.
create table lab_workshop (
  institution text not null,
  workshop_id text not null,
  name text not null,
  task text not null,
  mode text not null check (mode in ('explore', 'guided', 'practice')),
  code text not null,
  opened_by text not null,
  opened_at bigint not null,
  closed_at bigint,
  primary key (institution, workshop_id)
);

-- shard: code
-- Which workshop a code leads to. A code is taken back when its workshop is closed.
create table lab_workshop_code (
  code text not null,
  institution text not null,
  workshop_id text not null,
  primary key (code)
);

-- shard: institution
-- Who joined a workshop, with the name they had then, and their world in it: one each.
create table lab_workshop_seat (
  institution text not null,
  workshop_id text not null,
  owner_id text not null,
  world_id text not null,
  name text not null,
  joined_at bigint not null,
  primary key (institution, workshop_id, owner_id),
  foreign key (institution, workshop_id) references lab_workshop (institution, workshop_id)
);

-- shard: owner_id
-- A card with a hint that a teacher laid beside somebody's desktop, in training only.
create table lab_hint_card (
  owner_id text not null,
  world_id text not null,
  card_id text not null,
  text text not null,
  sent_by text not null,
  sent_at bigint not null,
  read_at bigint,
  primary key (owner_id, world_id, card_id),
  foreign key (owner_id, world_id) references lab_world (owner_id, world_id)
);
