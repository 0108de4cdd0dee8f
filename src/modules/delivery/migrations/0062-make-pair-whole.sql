-- Files of responses, the configuration of Safe Exam Browser, evidence and certificates go to the peer too.
alter table attempt_file add column peer_news integer not null default 1;

create index attempt_file_of_news on attempt_file (sitting_id, peer_news);

alter table seb_sitting add column peer_news integer not null default 1;

alter table arming_evidence add column peer_news integer not null default 1;

alter table readiness_certificate add column peer_news integer not null default 1;

-- shard: disk_id
-- The audit log of the other server as it told it, each chain without a gap; also of disks that are lost by now.
create table peer_log_entry (
  disk_id uuid not null,
  chain text not null,
  seq bigint not null,
  at bigint not null,
  actor text not null,
  type text not null,
  subject_kind text not null,
  subject_id text not null,
  facts jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (disk_id, chain, seq)
);

create index peer_log_of_subject on peer_log_entry (subject_kind, subject_id);

-- shard: disk_id
-- How far the peer holds the log of a disk.
create table peer_log_reach (
  disk_id uuid not null,
  chain text not null,
  through bigint not null,
  primary key (disk_id, chain)
);
