-- shard: site_package_id
-- A trial of the site with a rehearsal package; the newest counts.
create table drill (
  site_package_id uuid not null references site_package (id),
  id uuid not null,
  started_at bigint not null,
  started_by text not null,
  primary key (site_package_id, id)
);

-- shard: site_package_id
-- How far each step has come, and what was measured.
create table drill_step (
  site_package_id uuid not null,
  drill_id uuid not null,
  step_id text not null,
  state text not null check (state in ('open', 'running', 'measured', 'confirmed', 'skipped')),
  began_at bigint,
  measured jsonb not null,
  note text not null,
  done_by text,
  witness text,
  done_at bigint,
  primary key (site_package_id, drill_id, step_id),
  foreign key (site_package_id, drill_id) references drill (site_package_id, id)
);

-- shard: site_code
-- Readiness certificates of this site under its own key; they outlive the rehearsal they were earned with.
create table readiness_certificate (
  site_code text not null,
  id uuid not null,
  content jsonb not null,
  signature text not null,
  public_key text not null,
  issued_at bigint not null,
  primary key (site_code, id)
);
