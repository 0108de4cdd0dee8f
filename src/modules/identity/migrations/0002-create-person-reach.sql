-- shard: person_id
-- The provinces that have business with a person: where an application of theirs was handed in.
create table person_reach (
  person_id text not null,
  province text not null,
  primary key (person_id, province),
  foreign key (person_id) references person (person_id)
);
