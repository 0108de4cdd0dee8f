-- shard: sitting_id
-- Files that a candidate added to a response. Their bytes are in the file store under their SHA-256; a file removed from the response
-- stays here, because what was handed in is what the response names.
create table attempt_file (
  sitting_id uuid not null,
  attempt_id uuid not null,
  item_id text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  added_at bigint not null,
  primary key (sitting_id, attempt_id, item_id, sha256),
  foreign key (sitting_id, attempt_id) references attempt (sitting_id, id)
);
