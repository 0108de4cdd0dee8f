-- reference
-- The public keys of a site as it sent them. They count once a person has compared the fingerprint by voice; the one confirmed last is in force.
create table site_enrolment (
  site_code text not null,
  fingerprint text not null,
  recipient text not null,
  signing_key text not null,
  received_at bigint not null,
  confirmed_at bigint,
  confirmed_by text,
  primary key (site_code, fingerprint)
);

-- reference
-- What each server of a site told the centre last.
create table site_report (
  site_code text not null,
  server text not null check (server in ('A', 'B')),
  number integer not null,
  report jsonb not null,
  clock_ahead_ms bigint not null,
  heard_at bigint not null,
  primary key (site_code, server)
);
