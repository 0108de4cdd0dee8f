-- reference
-- What a site received. The newest one is played. The pair key is sealed with the keys of this server.
create table site_package (
  id uuid not null,
  site_code text not null,
  site_name text not null,
  title text not null,
  rehearsal boolean not null,
  pair_key_sealed text not null,
  digest text not null,
  installed_at bigint not null,
  papers_opened_at bigint,
  armed_at bigint,
  primary key (id)
);

-- shard: site_package_id
-- Hall staff sign in with what the roster says of them; wrong tries are counted here.
create table hall_staff (
  site_package_id uuid not null references site_package (id),
  staff_id text not null,
  name text not null,
  duties jsonb not null,
  pass_verifier text not null,
  failed_tries integer not null default 0,
  locked_until bigint,
  primary key (site_package_id, staff_id)
);

-- shard: token_hash
-- A signed-in console. Only the hash of the token is kept; it survives a restart.
create table hall_sign_in (
  token_hash text not null,
  site_package_id uuid not null,
  staff_id text not null,
  created_at bigint not null,
  expires_at bigint not null,
  ended_at bigint,
  primary key (token_hash)
);

-- shard: site_package_id
-- What others found out before arming: the drill, the timeline, the disk. One row for each kind, the newest counts.
create table arming_evidence (
  site_package_id uuid not null references site_package (id),
  kind text not null,
  passed boolean not null,
  valid_until bigint,
  note text not null,
  recorded_at bigint not null,
  primary key (site_package_id, kind)
);

-- shard: server_name
-- The last moment at which a server was alive; a gap at its start is a time in which nobody was served.
create table server_beat (
  server_name text not null,
  started_at bigint not null,
  beat_at bigint not null,
  primary key (server_name)
);
