-- shard: sitting_id
-- What the staff of a hall did, as it came home in the result package of its sitting.
create table result_hall (
  sitting_id uuid not null,
  hall jsonb not null,
  primary key (sitting_id)
);
