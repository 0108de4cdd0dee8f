-- shard: sitting_id
-- A result package that was built here; the file lies in the data folder, sealed for the centre.
create table result_package (
  sitting_id uuid not null,
  id uuid not null,
  root text not null,
  state_digest text not null,
  statement jsonb not null,
  signers jsonb not null,
  attempts integer not null,
  events integer not null,
  byte_length bigint not null,
  sha256 text not null,
  built_at bigint not null,
  primary key (sitting_id, id)
);

-- When a site let go of what it had of a sitting.
alter table hall_sitting add column purged_at bigint;

-- shard: upload_id
-- A result package on its way to the centre. The id follows from what the site claims, so that the same file goes on where it stopped.
create table result_upload (
  upload_id uuid not null,
  site_code text not null,
  sitting_id uuid not null,
  claim jsonb not null,
  opened_at bigint not null,
  done_at bigint,
  primary key (upload_id)
);

-- shard: upload_id
-- A part that has arrived; its bytes are in the file store.
create table result_upload_part (
  upload_id uuid not null,
  part integer not null,
  sha256 text not null,
  byte_length integer not null,
  primary key (upload_id, part),
  foreign key (upload_id) references result_upload (upload_id)
);
