-- shard: sitting_id
-- Which result of a sitting stands here, and what was answered to its site.
create table result_receipt (
  sitting_id uuid not null,
  site_code text not null,
  root text not null,
  state_digest text not null,
  statement jsonb not null,
  receipt jsonb not null,
  signature text not null,
  received_at bigint not null,
  primary key (sitting_id)
);
