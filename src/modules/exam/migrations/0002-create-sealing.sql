-- shard: person_id
-- What a person of hall staff opens the console of their site with. Only the verifier is kept; it goes into the rosters.
create table hall_pass (
  person_id text not null,
  pass_verifier text not null,
  set_at bigint not null,
  primary key (person_id)
);

-- reference
-- A sealer's signing key, under a pass phrase that only the person knows. The newest one of a person is in force.
create table sealer_key (
  sealer_id text not null,
  person_id text not null,
  name text not null,
  public_key text not null,
  kept text not null,
  made_at bigint not null,
  primary key (sealer_id)
);

-- reference
-- What the share of a custodian is sealed to; the identity lies under a pass phrase that only the person knows.
create table custodian_key (
  person_id text not null,
  name text not null,
  recipient text not null,
  kept text not null,
  made_at bigint not null,
  primary key (person_id)
);

-- reference
-- One sealing of packages for sites of a session, with an opening key of its own. The key is kept nowhere until custodians join it.
create table sealing (
  sealing_id text not null,
  session_id text not null references exam_session (session_id),
  number integer not null,
  rehearsal boolean not null,
  sites jsonb not null,
  needed integer not null,
  state text not null check (state in ('running', 'to-sign', 'finishing', 'sealed', 'failed', 'cancelled')),
  run_id text not null,
  done integer not null,
  total integer not null,
  refusal jsonb,
  opening_key_sha256 text,
  valid_from bigint not null,
  valid_until bigint not null,
  ordered_by text not null,
  ordered_at bigint not null,
  touched_at bigint not null,
  made_at bigint,
  sealed_at bigint,
  handed_out_at bigint,
  handed_out_by text,
  key_sealed text,
  primary key (sealing_id),
  unique (session_id, number)
);

-- reference
-- The package of one site. Its parts lie sealed in the file store; seals are added by two persons, then it is one file.
create table sealed_package (
  sealing_id text not null references sealing (sealing_id),
  site_code text not null,
  site_name text not null,
  site_package_id uuid not null,
  manifest text not null,
  digest text not null,
  parts jsonb not null,
  seals jsonb not null,
  candidates integer not null,
  faces integer not null,
  file_id text,
  file_bytes bigint,
  fetched_at bigint,
  key_fetched_at bigint,
  primary key (sealing_id, site_code),
  unique (site_package_id)
);

-- reference
-- Who sealed, in which order.
create table package_sealer (
  sealing_id text not null references sealing (sealing_id),
  person_id text not null,
  sealer_id text not null,
  sealed_at bigint not null,
  primary key (sealing_id, person_id)
);

-- reference
-- Who keeps a share. The share is sealed to the custodian and goes away once it has been shown.
create table key_custodian (
  sealing_id text not null references sealing (sealing_id),
  place integer not null,
  person_id text not null,
  name text not null,
  share_sealed text,
  share_sha256 text,
  taken_at bigint,
  primary key (sealing_id, place),
  unique (sealing_id, person_id)
);
