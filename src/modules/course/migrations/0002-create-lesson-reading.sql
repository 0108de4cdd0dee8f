-- shard: person_id
-- Where a person is in a lesson: `place` counts its parts from 0, `furthest` is the furthest part that was reached.
create table lesson_reading (
  person_id text not null,
  lesson_id text not null,
  place integer not null,
  furthest integer not null,
  begun_at bigint not null,
  read_at bigint not null,
  finished_at bigint,
  primary key (person_id, lesson_id)
);

-- shard: person_id
-- Every answer a person gave to an item of a lesson, in hundredths of a mark; `number` counts the tries.
create table lesson_response (
  person_id text not null,
  lesson_id text not null,
  item_id text not null,
  number integer not null,
  response jsonb not null,
  earned integer not null,
  most integer not null,
  given_at bigint not null,
  primary key (person_id, lesson_id, item_id, number)
);
