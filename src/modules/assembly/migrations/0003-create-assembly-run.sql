-- reference
-- A run of the engine for a version of a blueprint. `beat_at` is renewed while it runs, so that a run whose process has gone is
-- found. `facts` are what the run was given: seed, items kept out, recent forms.
create table assembly_run (
  run_id uuid not null,
  blueprint_version_id uuid not null references blueprint_version (blueprint_version_id),
  edition_id text not null,
  level text not null,
  state text not null,
  forms integer not null,
  seed text not null,
  seen_items jsonb not null,
  started_by text not null,
  started_by_id text not null,
  ordered_at bigint not null,
  begun_at bigint,
  ended_at bigint,
  beat_at bigint not null,
  cancel_asked boolean not null default false,
  progress jsonb,
  failure jsonb,
  certificate jsonb,
  conflict jsonb,
  findings jsonb,
  primary key (run_id)
);

create index assembly_run_level on assembly_run (edition_id, level, ordered_at);

create index assembly_run_state on assembly_run (state, beat_at);

-- reference
-- A form of a run until it is decided on. `guard` counts its changes.
create table proposed_form (
  run_id uuid not null references assembly_run (run_id),
  number integer not null,
  state text not null,
  guard integer not null,
  swaps integer not null,
  form_id uuid,
  decided_at bigint,
  decided_by text,
  reason text,
  primary key (run_id, number)
);

-- reference
create table proposed_item (
  run_id uuid not null references assembly_run (run_id),
  number integer not null,
  place integer not null,
  item_id text not null,
  item_version_id text not null,
  area jsonb not null,
  marks integer not null,
  primary key (run_id, number, place),
  unique (run_id, number, item_id)
);

-- Which paper a form is for, and where it comes from; a form assembled at once has no run.
alter table form add column part text not null default 'theory';

alter table form add column run_id uuid;

alter table form add column blueprint_version_id uuid;
