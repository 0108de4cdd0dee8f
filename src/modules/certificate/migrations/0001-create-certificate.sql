-- shard: certificate_number
-- The register of certificates (职业资格证书). What is certified never changes; its standing is that of the current sheet.
create table certificate (
  certificate_number text not null,
  person_id text not null,
  holder_name text not null,
  name_index text not null,
  id_masked text not null,
  scheme text not null,
  edition_id text not null,
  level text not null,
  title text not null,
  occupation text not null,
  institution text not null,
  province text not null,
  issuer text not null,
  session_id text,
  session_code text not null,
  theory_mark integer,
  practical_mark integer,
  issued_on text not null,
  issued_by text not null,
  issued_at bigint not null,
  current_sheet text not null,
  version integer not null,
  primary key (certificate_number)
);

create index certificate_by_issue on certificate (issued_at, certificate_number);
create index certificate_by_province on certificate (province, issued_at);

-- shard: certificate_number
-- Each printed sheet (证书芯) of a number; at most one of them is valid.
create table certificate_sheet (
  certificate_number text not null references certificate (certificate_number),
  sheet_number text not null,
  certificate_id text not null,
  remarks jsonb not null,
  signature text not null,
  state text not null check (state in ('valid', 'replaced', 'revoked')),
  state_by text,
  state_at bigint,
  state_reason text,
  new_sheet text,
  made_at bigint not null,
  primary key (certificate_number, sheet_number)
);

-- shard: sheet_number
-- A sheet number is used once in the whole country.
create table certificate_sheet_use (
  sheet_number text not null,
  certificate_number text not null,
  primary key (sheet_number)
);

-- shard: certificate_number
-- A revocation (撤销) is proposed by one officer and decided by another.
create table revocation (
  certificate_number text not null references certificate (certificate_number),
  revocation_id text not null,
  reason text not null,
  proposed_by text not null,
  proposed_at bigint not null,
  state text not null check (state in ('proposed', 'approved', 'declined')),
  decided_by text,
  decided_at bigint,
  primary key (certificate_number, revocation_id)
);

create index revocation_by_state on revocation (state, proposed_at);

-- shard: person_id
-- Which certificates a person holds; the key makes a second issue for the same session and level impossible.
create table person_certificate (
  person_id text not null,
  scheme text not null,
  session_code text not null,
  level text not null,
  certificate_number text,
  primary key (person_id, scheme, session_code, level)
);

-- shard: institution_id
-- Block allocator of serials: one row per institution, year and national grade (rule R5).
create table certificate_number_block (
  institution_id text not null,
  year integer not null,
  grade integer not null,
  last_serial integer not null,
  primary key (institution_id, year, grade)
);

-- shard: address_hash
-- Public look-ups counted by the keyed hash of the caller's address, per minute and per day.
create table look_up_count (
  address_hash text not null,
  span text not null check (span in ('minute', 'day')),
  starts_at bigint not null,
  tries integer not null,
  misses integer not null,
  primary key (address_hash, span, starts_at)
);

create view v_certificate_certificate as
select c.certificate_number, c.person_id, c.scheme, c.session_id, c.session_code, c.edition_id, c.level, c.institution, c.province, c.issued_on, s.state
from certificate c
join certificate_sheet s on s.certificate_number = c.certificate_number and s.sheet_number = c.current_sheet;
