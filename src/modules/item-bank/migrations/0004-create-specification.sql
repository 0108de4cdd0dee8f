-- reference
-- A specification table (鉴定要素细目表) of a level, as it was entered; one of them is current.
create table specification (
  specification_id text not null,
  edition_id text not null,
  level text not null,
  part text not null,
  number integer not null,
  provenance text not null,
  note text not null,
  textbook text not null,
  digest text not null,
  is_current boolean not null,
  entered_at bigint not null,
  entered_by text not null,
  primary key (specification_id),
  unique (edition_id, level, part, number)
);

-- reference
-- An assessment point (鉴定点) below its three ranges; `code` joins their letters, such as A-A-B-003.
create table assessment_point (
  specification_id text not null references specification (specification_id),
  code text not null,
  place integer not null,
  point_name text not null,
  importance text not null,
  page integer,
  ranges jsonb not null,
  area jsonb not null,
  area_path text not null,
  primary key (specification_id, code)
);

-- reference
-- Where a version is placed. The home placing is that of the item itself; others lie in other editions or levels.
create table item_point (
  item_version_id text not null references item_version (item_version_id),
  edition_id text not null,
  level text not null,
  code text not null,
  area_path text not null,
  importance text not null,
  is_home boolean not null,
  primary key (item_version_id, edition_id, level, code)
);

create index item_point_place on item_point (edition_id, level, code);

-- reference
-- A picture with its licence. The id is the SHA-256 of its bytes, which lie in the file store.
create table media (
  media_id text not null,
  media_type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  licence text not null,
  holder text not null,
  source text not null,
  alt text not null,
  entered_at bigint not null,
  entered_by text not null,
  primary key (media_id)
);

-- reference
-- Which versions show a picture.
create table item_media (
  media_id text not null references media (media_id),
  item_version_id text not null references item_version (item_version_id),
  primary key (media_id, item_version_id)
);

-- reference
-- Content that several items share.
create table stimulus (
  stimulus_id text not null,
  edition_id text not null,
  level text not null,
  caption text not null,
  created_at bigint not null,
  primary key (stimulus_id)
);

-- reference
create table stimulus_version (
  stimulus_version_id text not null,
  stimulus_id text not null references stimulus (stimulus_id),
  number integer not null,
  prose jsonb not null,
  source text,
  writer text not null,
  writer_id text not null,
  entered_at bigint not null,
  primary key (stimulus_version_id),
  unique (stimulus_id, number)
);

create index item_version_stimulus on item_version (stimulus_version_id);
