-- reference
-- A rule for building forms of one paper of a level; what it says lies in its versions.
create table blueprint (
  blueprint_id uuid not null,
  edition_id text not null,
  level text not null,
  work_type text,
  part text not null,
  created_at bigint not null,
  created_by text not null,
  primary key (blueprint_id)
);

create index blueprint_level on blueprint (edition_id, level);

-- reference
-- A draft changes and counts its savings in `guard`; an approved version never changes.
create table blueprint_version (
  blueprint_version_id uuid not null,
  blueprint_id uuid not null references blueprint (blueprint_id),
  number integer not null,
  state text not null,
  guard integer not null,
  body jsonb not null,
  edited_at bigint not null,
  edited_by text not null,
  approved_at bigint,
  approved_by text,
  primary key (blueprint_version_id),
  unique (blueprint_id, number)
);
