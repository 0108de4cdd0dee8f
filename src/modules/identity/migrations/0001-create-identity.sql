-- shard: person_id
-- A person. ID number and mobile are sealed; equality is asked through the blind index only.
create table person (
  person_id text not null,
  name text not null,
  id_kind text not null,
  id_sealed text not null,
  id_masked text not null,
  sex text not null,
  birth_date text not null,
  mobile_sealed text not null,
  mobile_masked text not null,
  created_at bigint not null,
  version integer not null,
  primary key (person_id)
);

-- shard: id_index
-- National uniqueness: one ID number, one person (rule R6).
create table person_key (
  id_index text not null,
  person_id text not null,
  primary key (id_index)
);

-- shard: person_id
create table account (
  person_id text not null,
  account_id text not null,
  sign_in_name text not null,
  password_hash text,
  totp_sealed text,
  totp_confirmed_at bigint,
  failed_tries integer not null,
  locked_until bigint,
  persona text,
  persona_note text,
  created_at bigint not null,
  primary key (person_id, account_id)
);

-- shard: sign_in_name
create table account_name (
  sign_in_name text not null,
  person_id text not null,
  account_id text not null,
  primary key (sign_in_name)
);

-- shard: person_id
create table role_grant (
  person_id text not null,
  grant_id text not null,
  role text not null,
  scope_kind text not null,
  scope_code text not null,
  from_day text not null,
  until_day text,
  granted_by text not null,
  granted_at bigint not null,
  primary key (person_id, grant_id)
);

-- shard: token_hash
-- A signed-in browser. Only the hash of the token is kept.
create table sign_in_session (
  token_hash text not null,
  person_id text not null,
  account_id text not null,
  second_factor text not null,
  created_at bigint not null,
  expires_at bigint not null,
  ended_at bigint,
  primary key (token_hash)
);

create index sign_in_session_person on sign_in_session (person_id);

-- shard: person_id
create table unmasking (
  person_id text not null,
  unmasking_id text not null,
  by_actor text not null,
  reason text not null,
  at bigint not null,
  primary key (person_id, unmasking_id)
);
