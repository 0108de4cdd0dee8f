-- reference
-- What the gates said about a task of the laboratory, by the hash of what they tried: text, scenario and build.
create table task_gates (
  ground text not null,
  task text not null,
  task_version integer not null,
  seeds integer not null,
  steps integer not null,
  foreign_percent integer not null,
  fault_count integer not null,
  faults jsonb not null,
  kept_at bigint not null,
  primary key (ground)
);

-- reference
-- On which word of the gates a version of an item was released, and the document (SHA-256) of the laboratory its world is played with.
create table item_gates (
  item_version_id text not null references item_version (item_version_id),
  ground text not null references task_gates (ground),
  task text not null,
  document text not null,
  released_at bigint not null,
  primary key (item_version_id)
);
