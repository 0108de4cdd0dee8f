-- shard: chain
-- One row per decision. `hash` = HMAC(previous hash, this entry): no row can be changed, dropped or inserted unseen.
create table audit_entry (
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
  primary key (chain, seq)
);

create index audit_entry_subject on audit_entry (chain, subject_kind, subject_id);

-- shard: chain
-- The head says how long the chain is; it carries a MAC of its own.
create table audit_head (
  chain text not null,
  seq bigint not null,
  hash text not null,
  mac text not null,
  primary key (chain)
);
