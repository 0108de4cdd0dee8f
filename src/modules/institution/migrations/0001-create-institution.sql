-- shard: institution_id
-- A training or assessment institution. Its id is its 8-digit code; the first two digits are the province or the industry.
create table institution (
  institution_id text not null,
  name text not null,
  province text not null,
  kind integer not null,
  address text not null,
  entered_at bigint not null,
  version integer not null,
  primary key (institution_id)
);

create index institution_by_province on institution (province);

-- shard: institution_id
-- What an institution may do (特许授权), for which levels, from the first to the last day. Expiry is no state: the day tells.
create table authorisation (
  institution_id text not null references institution (institution_id),
  authorisation_id text not null,
  scopes jsonb not null,
  levels jsonb not null,
  from_day text not null,
  until_day text not null,
  state text not null check (state in ('granted', 'suspended', 'withdrawn')),
  reason text not null,
  version integer not null,
  primary key (institution_id, authorisation_id)
);

-- shard: institution_id
-- A certified room (考场) with its grid of machines; `gaps` are places without a usable machine.
create table room (
  institution_id text not null references institution (institution_id),
  room_id text not null,
  number integer not null,
  name text not null,
  uses jsonb not null,
  grid_rows integer not null,
  grid_columns integer not null,
  gaps jsonb not null,
  numbering text not null check (numbering in ('rows', 'snake')),
  spare_seats integer not null,
  certified_until text,
  version integer not null,
  primary key (institution_id, room_id),
  unique (institution_id, number)
);

-- shard: institution_id
-- A person's duty at an institution between two days (聘任).
create table appointment (
  institution_id text not null references institution (institution_id),
  appointment_id text not null,
  person_id text not null,
  duty text not null,
  levels jsonb not null,
  from_day text not null,
  until_day text,
  entered_at bigint not null,
  primary key (institution_id, appointment_id)
);
